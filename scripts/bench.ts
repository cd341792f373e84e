/** A benchmark answers the figure, the baseline measured in the same run, and their ratio. */
const benchmarks: Record<string, () => Promise<{ benchmark(): Promise<Record<string, unknown>> }>> = {
  start: () => import('./bench/start.ts'),
}

const name = process.argv[2] ?? ''
const load = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
if (load) {
  const { benchmark } = await load()
  console.log(JSON.stringify({ name, ...(await benchmark()) }, null, 2))
} else {
  console.error(`npm run bench -- ${Object.keys(benchmarks).join(' | ')}`)
  process.exitCode = 2
}
