import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A benchmark answers one JSON object: the figure, the baseline measured in the same run, and the ratio. */
export type Benchmark = () => Promise<Record<string, unknown>>

const folder = join(import.meta.dirname, 'bench')
const name = process.argv[2] ?? ''
const path = join(folder, `${name}.ts`)

if (!/^[a-z-]+$/.test(name) || !existsSync(path)) {
  const known = readdirSync(folder).flatMap(file => (/^[a-z-]+\.ts$/.test(file) ? file.slice(0, -3) : []))
  console.error(`npm run bench -- ${known.join(' | ')}`)
  process.exit(2)
}
const { benchmark }: { benchmark: Benchmark } = await import(path)
console.log(JSON.stringify({ name, ...(await benchmark()) }, null, 2))
