import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/**
 * The workflow code as one file, bundled once per state of its sources (about two seconds) and kept in the data folder.
 * @returns its path
 */
export async function openWorkflowBundle(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'bundle')
  const path = join(folder, `workflows-${sumOfSources()}.js`)
  if (existsSync(path)) return path
  // Loaded only when there is something to bundle: the bundler is heavy.
  const { bundleWorkflows } = await import('../engine/workflow-bundle.ts')
  const { code } = await bundleWorkflows()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.${process.pid}`, code)
  renameSync(`${path}.${process.pid}`, path)
  return path
}

/** Workflows, the pure domain they read, how they are bundled, and the libraries' versions. */
function sumOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const room of ['workflows', 'domain', 'server/engine']) {
    const files = readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter(
        entry => entry.isFile() && /\.c?[jt]s$/.test(entry.name) && !/\.(test|entity)\.ts$/.test(entry.name),
      )
      .map(entry => join(entry.parentPath, entry.name))
    for (const file of files.sort()) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 20)
}
