import type { EntityManager } from '@mikro-orm/postgresql'
import { StoredFile } from '#domain/documents/stored-file.entity.ts'
import type { Interaction } from '#domain/engagement/interaction.entity.ts'
import type { Letter } from '#domain/engagement/letter.entity.ts'
import type { Notification } from '#domain/engagement/notification.entity.ts'
import type { Task } from '#domain/engagement/task.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { companiesById, userNames } from '../shared/names-of.ts'
import type {
  InteractionAnswer,
  LetterAnswer,
  NotificationAnswer,
  TaskAnswer,
} from './engagement.contract.ts'
import { dealTitles } from './names-of-deals.ts'
import { taskVerbs } from './tasks.policy.ts'

export interface Viewer {
  actor: Actor
  now: Date
}

export async function presentTasks(
  em: EntityManager,
  tasks: Task[],
  { actor, now }: Viewer,
): Promise<TaskAnswer[]> {
  const companies = await companiesById(
    em,
    tasks.map(({ companyId }) => companyId),
  )
  const deals = await dealTitles(
    em,
    tasks.map(({ dealId }) => dealId),
  )
  const people = await userNames(
    em,
    tasks.map(({ assigneeId }) => assigneeId),
  )
  return tasks.map(task => ({
    id: task.id,
    title: task.title,
    reason: task.reason ?? null,
    kind: task.kind,
    companyId: task.companyId ?? null,
    companyName: companies.get(task.companyId ?? '')?.name ?? null,
    dealId: task.dealId ?? null,
    dealTitle: deals.get(task.dealId ?? '') ?? null,
    assigneeId: task.assigneeId,
    assigneeName: people.get(task.assigneeId) ?? '',
    dueAt: task.dueAt.toISOString(),
    overdue: task.status === 'open' && task.dueAt < now,
    status: task.status,
    doneAt: task.doneAt?.toISOString() ?? null,
    result: task.result ?? null,
    createdAt: task.createdAt.toISOString(),
    version: task.version,
    can: taskVerbs(actor, task),
  }))
}

export async function presentInteractions(
  em: EntityManager,
  interactions: Interaction[],
): Promise<InteractionAnswer[]> {
  const authors = await userNames(
    em,
    interactions.map(({ authorId }) => authorId),
  )
  return interactions.map(said => ({
    id: said.id,
    companyId: said.companyId,
    contactId: said.contactId ?? null,
    dealId: said.dealId ?? null,
    authorId: said.authorId ?? null,
    authorName: authors.get(said.authorId ?? '') ?? null,
    kind: said.kind,
    direction: said.direction,
    at: said.at.toISOString(),
    text: said.text,
    result: said.result ?? null,
    version: said.version,
  }))
}

export async function presentLetters(em: EntityManager, letters: Letter[]): Promise<LetterAnswer[]> {
  const companies = await companiesById(
    em,
    letters.map(({ companyId }) => companyId),
  )
  const wanted = [...new Set(letters.flatMap(({ fileIds }) => fileIds))]
  const files = wanted.length ? await em.find(StoredFile, { id: wanted }, { fields: ['id', 'name'] }) : []
  const names = new Map(files.map(({ id, name }) => [id, name]))
  return letters.map(letter => ({
    id: letter.id,
    createdAt: letter.createdAt.toISOString(),
    companyId: letter.companyId ?? null,
    companyName: companies.get(letter.companyId ?? '')?.name ?? null,
    dealId: letter.dealId ?? null,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    files: letter.fileIds.flatMap(id => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
    status: letter.status,
    sentAt: letter.sentAt?.toISOString() ?? null,
    problem: letter.problem ?? null,
    version: letter.version,
  }))
}

export const presentNotification = (notice: Notification): NotificationAnswer => ({
  id: notice.id,
  createdAt: notice.createdAt.toISOString(),
  title: notice.title,
  subjectType: notice.subjectType,
  subjectId: notice.subjectId,
  readAt: notice.readAt?.toISOString() ?? null,
  version: notice.version,
})
