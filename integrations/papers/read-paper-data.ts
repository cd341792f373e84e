import { type PaperData, type PaperTemplate, paperSchemas } from './paper-data.ts'
import { PaperDataInvalid, type PaperProblem } from './papers.port.ts'
import { firstUnplain } from './plain-data.ts'

/** What a paper may weigh as JSON, pictures included. */
const maxCharacters = 4_000_000

/** Any value → the data of this template, or every reason why not. Pure. @throws PaperDataInvalid */
export function readPaperData<T extends PaperTemplate>(template: T, data: unknown): PaperData[T] {
  const unplain = firstUnplain(data)
  if (unplain) throw new PaperDataInvalid([unplain])
  const json = JSON.stringify(data) ?? 'null'
  if (json.length > maxCharacters) {
    throw new PaperDataInvalid([{ path: '', message: `larger than ${maxCharacters} characters` }])
  }
  const schema = Object.hasOwn(paperSchemas, template) ? paperSchemas[template] : undefined
  if (!schema) throw new PaperDataInvalid([{ path: 'template', message: 'no such template' }])
  const read = schema.safeParse(JSON.parse(json))
  if (!read.success) {
    throw new PaperDataInvalid(
      read.error.issues.slice(0, 20).map(i => ({ path: i.path.join('.'), message: i.message })),
    )
  }
  const problems = sumProblems(read.data)
  if (problems.length) throw new PaperDataInvalid(problems)
  return read.data as PaperData[T]
}

/** Sums on paper equal sums in the base: a paper that does not add up is not printed. */
function sumProblems(paper: PaperData[PaperTemplate]): PaperProblem[] {
  if (!paper.totals) return []
  const { vatMode, netKopecks, grossKopecks, vat } = paper.totals
  const net = BigInt(netKopecks)
  const gross = BigInt(grossKopecks)
  const lines = sumOf(paper.lines.map(line => line.sumKopecks ?? '0'))
  const problems: PaperProblem[] = []
  if (net + sumOf(vat.map(row => row.vatKopecks)) !== gross) {
    problems.push({ path: 'totals', message: 'net and VAT do not add up to gross' })
  }
  if (lines !== (vatMode === 'inside' ? gross : net)) {
    problems.push({ path: 'lines', message: 'line sums do not add up to the total' })
  }
  return problems
}

const sumOf = (amounts: string[]): bigint => amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
