import { fileURLToPath } from 'node:url'
import { migrate } from '#server/compose/migrate.ts'
import { startInTerminal } from '#server/runtime/start-in-terminal.ts'
import { openWorkflowBundle } from '#server/runtime/workflow-bundle.ts'
import { readParts } from '../../scripts/setup/paths.js'

const entry = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** `npm start` with all its real parts but another founding: the company with its people and goods, without a past. */
await startInTerminal(settings => ({
  server: entry('../../server/compose/server.ts'),
  worker: entry('../../server/compose/worker.ts'),
  founding: entry('./found.ts'),
  binaries: readParts(),
  migrate,
  workflowBundle: async dataDir => settings.workflowBundle ?? openWorkflowBundle(dataDir),
}))
