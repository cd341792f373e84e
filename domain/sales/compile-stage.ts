import { readCondition } from './compile-condition.ts'
import { LONGEST_TERM, readRules } from './compile-rule.ts'
import { isThere } from './condition.ts'
import { dealFactKeys } from './deal-facts.ts'
import {
  type CompiledRequirement,
  type CompiledStage,
  type CompiledWait,
  remedies,
  waitedFor,
} from './funnel-definition.ts'
import { at, type Reader } from './funnel-problems.ts'

const FIELDS = [
  'key',
  'name',
  'hue',
  'kind',
  'normWorkingMinutes',
  'purpose',
  'requires',
  'to',
  'waits',
  'rules',
]

/** One stage in normal form; whether its words about other stages are true is checked later. */
export function readStage(read: Reader, value: unknown, place: string): CompiledStage {
  const stage = read.object(value, place, FIELDS) ?? {}
  const norm = stage.normWorkingMinutes ?? null
  return {
    key: read.key(stage.key, at(place, 'key')),
    name: read.words(stage.name, at(place, 'name')),
    hue: read.integer(stage.hue, at(place, 'hue'), 0, 7),
    kind: read.oneOf(stage.kind, at(place, 'kind'), ['work', 'won', 'lost']) ?? 'work',
    normWorkingMinutes:
      norm === null ? null : read.integer(norm, at(place, 'normWorkingMinutes'), 1, LONGEST_TERM),
    purpose: read.words(stage.purpose, at(place, 'purpose')),
    requires: optional(read, stage.requires, at(place, 'requires')).flatMap(
      ([requirement, where]) => readRequirement(read, requirement, where) ?? [],
    ),
    to: read.list(stage.to, at(place, 'to'), 0, 40).map((to, i) => read.key(to, at(at(place, 'to'), i))),
    waits: optional(read, stage.waits, at(place, 'waits')).map(([wait, where]) =>
      readWait(read, wait, where),
    ),
    rules: readRules(read, stage.rules, at(place, 'rules')),
  }
}

function readRequirement(read: Reader, value: unknown, place: string): CompiledRequirement | undefined {
  const requirement = read.object(value, place, ['fact', 'if', 'title', 'remedy']) ?? {}
  const fact = read.oneOf(requirement.fact, at(place, 'fact'), dealFactKeys)
  const remedy = requirement.remedy ?? null
  const title = read.words(requirement.title, at(place, 'title'))
  if (!fact) return undefined
  return {
    fact,
    if:
      (requirement.if ?? null) === null
        ? isThere(fact)
        : readCondition(read, requirement.if, at(place, 'if')),
    title,
    remedy: remedy === null ? null : (read.oneOf(remedy, at(place, 'remedy'), remedies) ?? null),
  }
}

function readWait(read: Reader, value: unknown, place: string): CompiledWait {
  const wait = read.object(value, place, ['key', 'who', 'what', 'if', 'workingMinutes']) ?? {}
  const minutes = wait.workingMinutes ?? null
  return {
    key: read.key(wait.key, at(place, 'key')),
    who: read.oneOf(wait.who, at(place, 'who'), waitedFor) ?? 'owner',
    what: read.words(wait.what, at(place, 'what')),
    if: readCondition(read, wait.if, at(place, 'if')),
    workingMinutes:
      minutes === null ? null : read.integer(minutes, at(place, 'workingMinutes'), 1, LONGEST_TERM),
  }
}

const optional = (read: Reader, value: unknown, place: string): [item: unknown, place: string][] =>
  value === undefined ? [] : read.list(value, place, 0, 20).map((item, i) => [item, at(place, i)])
