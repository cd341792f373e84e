import { stageOf } from './find-in-funnel.ts'
import {
  type ActionDefinition,
  type ArgType,
  funnelActions,
  letterTemplates,
  taskRoles,
} from './funnel-actions.ts'
import type { Action, CompiledFunnel } from './funnel-definition.ts'
import { readWorkingMinutes } from './read-term.ts'
import type { Locale, Words } from './words.ts'

/** A deed as words: «поставить задачу «Позвонить» (ответственному) со сроком 2 рабочих часа». */
export function readAction(deed: Action, funnel: CompiledFunnel, locale: Locale): string {
  const { args, reading }: ActionDefinition = funnelActions[deed.action]
  const values = new Map<string, unknown>(Object.entries(deed))
  return reading[locale].replace(/\{(\w+)\}/g, (_, name: string) =>
    readArgument(args[name]?.type ?? 'text', values.get(name), funnel, locale),
  )
}

function readArgument(type: ArgType, value: unknown, funnel: CompiledFunnel, locale: Locale): string {
  if (type === 'workingMinutes') return readWorkingMinutes(Number(value), locale)
  const text = String(value)
  if (type === 'stage') return stageOf(funnel, text)?.name[locale] ?? text
  if (type === 'role') return named(taskRoles, text, locale)
  if (type === 'letterTemplate') return named(letterTemplates, text, locale)
  return text
}

const named = (words: Record<string, Words>, key: string, locale: Locale) => words[key]?.[locale] ?? key
