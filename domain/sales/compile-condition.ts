import { always, type Condition, operators } from './condition.ts'
import { dealFacts, type FactDefinition, isDealFact, suitsFact } from './deal-facts.ts'
import { at, cut, type Reader } from './funnel-problems.ts'

const DEPTH = 8

/** A condition of the language, or what is wrong with it. Absent or null means "always". */
export function readCondition(read: Reader, value: unknown, place: string, depth = 0): Condition {
  if (value === undefined || value === null) return always
  if (depth > DEPTH) {
    read.tell(place, 'Условие вложено слишком глубоко', 'The condition is nested too deep')
    return always
  }
  const node = read.object(value, place, ['all', 'any', 'not', 'fact', 'in', 'known', ...operators])
  if (!node) return always
  const fields = Object.keys(node)
  const [only] = fields
  if (fields.length === 1 && (only === 'all' || only === 'any')) {
    const parts = read
      .list(node[only], at(place, only), 0, 20)
      .map((part, i) => readPart(read, part, at(at(place, only), i), depth + 1))
    return only === 'all' ? { all: parts } : { any: parts }
  }
  if (fields.length === 1 && only === 'not')
    return { not: readPart(read, node.not, at(place, 'not'), depth + 1) }
  return readComparison(read, node, place)
}

function readPart(read: Reader, value: unknown, place: string, depth: number): Condition {
  if (value !== undefined && value !== null) return readCondition(read, value, place, depth)
  read.tell(place, 'Здесь должно быть условие', 'A condition is expected here')
  return always
}

function readComparison(read: Reader, node: Record<string, unknown>, place: string): Condition {
  const { fact } = node
  const given = Object.keys(node).filter(field => field !== 'fact')
  const [how] = given
  if (typeof fact !== 'string' || !isDealFact(fact)) {
    read.tell(at(place, 'fact'), `Факт «${cut(fact)}» не известен`, `Fact “${cut(fact)}” is not known`)
    return always
  }
  if (given.length !== 1 || !how) {
    read.tell(place, 'Нужно ровно одно сравнение', 'Exactly one comparison is needed')
    return always
  }
  const constant = node[how]
  const { type }: FactDefinition = dealFacts[fact]
  const wrong = () => {
    read.tell(
      at(place, how),
      `Факт «${dealFacts[fact].words.ru}» так не сравнивается`,
      `Fact “${dealFacts[fact].words.en}” is not compared like this`,
    )
    return always
  }
  if (how === 'known') return typeof constant === 'boolean' ? { fact, known: constant } : wrong()
  if (how === 'in') {
    const choices = read.list(constant, at(place, how), 1, 50)
    const suitable = choices.filter(choice => suitsFact(fact, choice))
    return suitable.length === choices.length && type !== 'boolean' ? { fact, in: suitable } : wrong()
  }
  const ordered = type === 'integer' || type === 'decimal' || type === 'kopecks'
  if (!suitsFact(fact, constant) || (how !== 'eq' && how !== 'ne' && !ordered)) return wrong()
  switch (how) {
    case 'eq':
      return { fact, eq: constant }
    case 'ne':
      return { fact, ne: constant }
    case 'gt':
      return { fact, gt: constant }
    case 'gte':
      return { fact, gte: constant }
    case 'lt':
      return { fact, lt: constant }
    case 'lte':
      return { fact, lte: constant }
    default:
      return wrong()
  }
}
