import type { dealEvents } from './deal-events.ts'
import type { Action, CompiledFunnel, CompiledRule, CompiledStage } from './funnel-definition.ts'
import { at, type Reader } from './funnel-problems.ts'

/** What can only be seen of the stages together: names, ways in, ways out. */
export function checkStages(read: Reader, funnel: CompiledFunnel): void {
  checkNames(read, funnel)
  checkClosing(read, funnel)
  const start = funnel.stages.findIndex(stage => stage.key === funnel.start && stage.kind === 'work')
  if (start < 0)
    read.tell(
      'start',
      'Начальный этап не найден среди рабочих',
      'The first stage is not among the working ones',
    )
  else if (funnel.stages[start]?.requires.length)
    read.tell(
      `stages[${start}].requires`,
      'Начальный этап не может ничего требовать: новой сделке было бы некуда встать',
      'The first stage may demand nothing: a new deal would have nowhere to stand',
    )
  for (const [i, stage] of funnel.stages.entries()) {
    checkTargets(read, funnel, stage, `stages[${i}]`)
    for (const [j, rule] of stage.rules.entries())
      checkRule(read, funnel, rule, `stages[${i}].rules[${j}]`, stage)
  }
  for (const [j, rule] of funnel.rules.entries()) checkRule(read, funnel, rule, `rules[${j}]`, null)
  if (read.problems.length === 0) checkWays(read, funnel)
}

function checkNames(read: Reader, { stages, rules }: CompiledFunnel): void {
  unique(
    read,
    stages.map(({ key }, i) => [key, `stages[${i}].key`]),
  )
  const places = stages.flatMap((stage, i) =>
    stage.rules.map(({ key }, j): Named => [key, `stages[${i}].rules[${j}].key`]),
  )
  unique(read, [...places, ...rules.map(({ key }, j): Named => [key, `rules[${j}].key`])])
  for (const [i, stage] of stages.entries())
    unique(
      read,
      stage.waits.map(({ key }, j) => [key, `stages[${i}].waits[${j}].key`]),
    )
}

type Named = [key: string, place: string]
function unique(read: Reader, named: Named[]): void {
  const seen = new Set<string>()
  for (const [key, place] of named) {
    if (seen.has(key)) read.tell(place, `Ключ «${key}» уже занят`, `Key “${key}” is taken already`)
    seen.add(key)
  }
}

function checkClosing(read: Reader, { stages }: CompiledFunnel): void {
  for (const kind of ['won', 'lost'] as const) {
    const count = stages.filter(stage => stage.kind === kind).length
    const ru = kind === 'won' ? 'выигрыша' : 'проигрыша'
    if (count !== 1)
      read.tell(
        'stages',
        `Этап ${ru} должен быть ровно один, а их ${count}`,
        `There must be one ${kind} stage, not ${count}`,
      )
  }
  for (const [i, stage] of stages.entries()) {
    if (stage.kind === 'work') continue
    const extra = stage.to.length + stage.waits.length + (stage.normWorkingMinutes === null ? 0 : 1)
    if (extra > 0 || (stage.kind === 'lost' && stage.requires.length > 0))
      read.tell(
        `stages[${i}]`,
        'На закрывающем этапе нет переходов, ожиданий и срока, а проигрыш ничего не требует',
        'A closing stage has no ways out, waits or norm, and a loss demands nothing',
      )
  }
}

function checkTargets(read: Reader, funnel: CompiledFunnel, stage: CompiledStage, place: string): void {
  unique(
    read,
    stage.to.map((to, i) => [to, at(at(place, 'to'), i)]),
  )
  for (const [i, to] of stage.to.entries()) {
    const target = funnel.stages.find(({ key }) => key === to)
    const where = at(at(place, 'to'), i)
    if (!target) read.tell(where, `Этапа «${to}» нет`, `There is no stage “${to}”`)
    else if (target.kind === 'lost')
      read.tell(
        where,
        'В проигрыш сделка уходит с любого этапа с причиной, не переходом',
        'A deal is lost from any stage with a reason, not by a move',
      )
    else if (to === stage.key) read.tell(where, 'Этап ведёт сам на себя', 'The stage leads to itself')
  }
}

function checkRule(
  read: Reader,
  funnel: CompiledFunnel,
  rule: CompiledRule,
  place: string,
  stage: CompiledStage | null,
): void {
  const closing = stage !== null && stage.kind !== 'work'
  if (closing && !('event' in rule.on && closingEvents.includes(rule.on.event)))
    read.tell(
      at(place, 'on'),
      'На закрытой сделке это правило никогда не сработает',
      'This rule can never speak on a closed deal',
    )
  for (const [i, deed] of rule.do.entries()) {
    const where = at(at(place, 'do'), i)
    if (closing && isMoving(deed))
      read.tell(where, 'Закрытую сделку правило не двигает', 'A rule does not move a closed deal')
    if (deed.action !== 'move') continue
    const target = funnel.stages.find(({ key }) => key === deed.to)
    if (!target) read.tell(at(where, 'to'), `Этапа «${deed.to}» нет`, `There is no stage “${deed.to}”`)
    else if (target.kind === 'lost')
      read.tell(
        at(where, 'to'),
        'Проигрыш — это действие «lose» с причиной',
        'A loss is the action “lose” with a reason',
      )
    else if (stage && !stage.to.includes(deed.to))
      read.tell(
        at(where, 'to'),
        `С этого этапа нет перехода на «${target.name.ru}»`,
        `No way leads from this stage to “${target.name.en}”`,
      )
  }
}

const closingEvents: string[] = [
  'stage_entered',
  'deal_won',
  'deal_lost',
] satisfies (keyof typeof dealEvents)[]
const isMoving = ({ action }: Action) => action === 'move' || action === 'win' || action === 'lose'

/** Every stage can be come to, and from every one the deal can still be won. */
function checkWays(read: Reader, funnel: CompiledFunnel): void {
  const ways = new Map(funnel.stages.map(stage => [stage.key, waysOut(funnel, stage)]))
  const reached = closure([funnel.start], key => ways.get(key) ?? [])
  const won = funnel.stages.filter(({ kind }) => kind === 'won').map(({ key }) => key)
  const winning = closure(won, key => [...ways].filter(([, out]) => out.includes(key)).map(([from]) => from))
  for (const [i, stage] of funnel.stages.entries()) {
    if (stage.kind !== 'lost' && !reached.has(stage.key))
      read.tell(
        `stages[${i}]`,
        `На этап «${stage.name.ru}» не попасть`,
        `The stage “${stage.name.en}” cannot be reached`,
      )
    if (stage.kind === 'work' && !winning.has(stage.key))
      read.tell(
        `stages[${i}].to`,
        `С этапа «${stage.name.ru}» не дойти до выигрыша`,
        `No way leads from “${stage.name.en}” to a win`,
      )
  }
}

function waysOut(funnel: CompiledFunnel, stage: CompiledStage): string[] {
  if (stage.kind !== 'work') return []
  const deeds = [...stage.rules, ...funnel.rules].flatMap(rule => rule.do)
  return [
    ...stage.to,
    ...deeds.flatMap(deed => (deed.action === 'move' ? [deed.to] : [])),
    ...(deeds.some(({ action }) => action === 'win')
      ? funnel.stages.filter(({ kind }) => kind === 'won').map(({ key }) => key)
      : []),
  ]
}

function closure(from: string[], next: (key: string) => string[]): Set<string> {
  const seen = new Set(from)
  for (const key of seen) for (const other of next(key)) seen.add(other)
  return seen
}
