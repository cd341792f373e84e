import { fileURLToPath } from 'node:url'
import { readParts } from '../scripts/setup/paths.js'
import { startInTerminal } from './runtime/start-in-terminal.ts'
import { openWorkflowBundle } from './runtime/workflow-bundle.ts'

const entry = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

await startInTerminal(() => ({
  server: entry('./compose/server.ts'),
  worker: entry('./compose/worker.ts'),
  founding: entry('./compose/found.ts'),
  binaries: readParts(),
  // Loaded while base and engine come up: the mapper takes its time.
  migrate: async options => (await import('./compose/migrate.ts')).migrate(options),
  workflowBundle: openWorkflowBundle,
}))
