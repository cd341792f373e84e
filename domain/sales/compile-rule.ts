import { readCondition } from './compile-condition.ts'
import { type DealEventKey, dealEventKeys, dealEvents } from './deal-events.ts'
import {
  type ActionDefinition,
  type ArgType,
  funnelActions,
  isFunnelAction,
  letterTemplates,
  taskKinds,
  taskRoles,
} from './funnel-actions.ts'
import type { Action, CompiledRule, TermAnchor, Trigger } from './funnel-definition.ts'
import { at, cut, type Reader } from './funnel-problems.ts'

export const LONGEST_TERM = 500_000

/** A list of rules in normal form. What a rule says about stages is checked later, when all are known. */
export const readRules = (read: Reader, value: unknown, place: string): CompiledRule[] =>
  value === undefined
    ? []
    : read.list(value, place, 0, 100).map((rule, i) => readRule(read, rule, at(place, i)))

function readRule(read: Reader, value: unknown, place: string): CompiledRule {
  const rule = read.object(value, place, ['key', 'title', 'on', 'if', 'do', 'once']) ?? {}
  const once = rule.once ?? null
  return {
    key: read.key(rule.key, at(place, 'key')),
    title: (rule.title ?? null) === null ? null : read.words(rule.title, at(place, 'title')),
    on: readTrigger(read, rule.on, at(place, 'on')),
    if: readCondition(read, rule.if, at(place, 'if')),
    do: read
      .list(rule.do, at(place, 'do'), 1, 10)
      .flatMap((action, i) => readAction(read, action, at(at(place, 'do'), i)) ?? []),
    once: once === null ? null : (read.oneOf(once, at(place, 'once'), ['stage', 'deal'] as const) ?? null),
  }
}

function readTrigger(read: Reader, value: unknown, place: string): Trigger {
  const trigger = read.object(value, place, ['event', 'where', 'after']) ?? {}
  if ((trigger.event === undefined) === (trigger.after === undefined))
    read.tell(place, 'Нужно либо событие, либо срок', 'Either an event or a term is needed')
  if (trigger.after !== undefined) return { after: readTerm(read, trigger.after, at(place, 'after')) }
  const event = read.oneOf(trigger.event, at(place, 'event'), dealEventKeys) ?? 'facts_changed'
  const where =
    trigger.where === undefined ? undefined : readWhere(read, event, trigger.where, at(place, 'where'))
  return where ? { event, where } : { event }
}

function readTerm(read: Reader, value: unknown, place: string): { workingMinutes: number; of: TermAnchor } {
  const term = read.object(value, place, ['workingMinutes', 'of']) ?? {}
  const anchors: TermAnchor[] = ['stage', 'deal', ...dealEventKeys]
  return {
    workingMinutes: read.integer(term.workingMinutes, at(place, 'workingMinutes'), 1, LONGEST_TERM),
    of: read.oneOf(term.of, at(place, 'of'), anchors) ?? 'stage',
  }
}

function readWhere(read: Reader, event: DealEventKey, value: unknown, place: string) {
  const where: Record<string, string | number | boolean> = {}
  for (const [name, constant] of Object.entries(read.object(value, place, dealEvents[event].data) ?? {})) {
    if (typeof constant === 'string' || typeof constant === 'number' || typeof constant === 'boolean')
      where[name] = constant
    else read.tell(at(place, name), 'Здесь должно быть простое значение', 'A plain value is expected here')
  }
  return where
}

function readAction(read: Reader, value: unknown, place: string): Action | undefined {
  const name = typeof value === 'object' && value !== null && 'action' in value ? value.action : undefined
  if (typeof name !== 'string' || !isFunnelAction(name)) {
    read.tell(
      at(place, 'action'),
      `Действие «${cut(name)}» не известно`,
      `Action “${cut(name)}” is not known`,
    )
    return undefined
  }
  const definition: ActionDefinition = funnelActions[name]
  const given = read.object(value, place, ['action', ...Object.keys(definition.args)]) ?? {}
  const args = Object.entries(definition.args).map(([arg, { type }]) => [
    arg,
    readArgument(read, type, given[arg], at(place, arg)),
  ])
  // every argument has been read by its registered type, so the object is one of the actions
  return { action: name, ...Object.fromEntries(args) } as Action
}

function readArgument(read: Reader, type: ArgType, value: unknown, place: string): unknown {
  switch (type) {
    case 'stage':
      return read.key(value, place)
    case 'workingMinutes':
      return read.integer(value, place, 1, LONGEST_TERM)
    case 'role':
      return read.oneOf(value, place, Object.keys(taskRoles))
    case 'taskKind':
      return read.oneOf(value, place, Object.keys(taskKinds))
    case 'letterTemplate':
      return read.oneOf(value, place, Object.keys(letterTemplates))
    default:
      return read.text(value, place)
  }
}
