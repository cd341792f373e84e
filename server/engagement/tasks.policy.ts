import type { Task } from '#domain/engagement/task.entity.ts'
import { type Actor, hasRole } from '../shared/actor.ts'

type TaskFacts = Pick<Task, 'assigneeId' | 'status'>

/** A task is done by its person, those who stand in for him, the heads above; the director may do any. */
export const mayDo = (actor: Actor, task: TaskFacts): boolean =>
  hasRole(actor, 'director', 'admin') || actor.owners.includes(task.assigneeId)

export function taskVerbs(actor: Actor, task: TaskFacts) {
  const open = task.status === 'open' && mayDo(actor, task)
  return { edit: open, done: open, postpone: open }
}
