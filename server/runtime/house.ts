import type { Binaries } from './engines.ts'

/** What the parent brings up; tests put small stand-ins here. */
export interface House {
  /** Entry files of the children. */
  server: string
  worker: string
  /** Founds the company of a fresh data folder. */
  founding: string
  binaries: Binaries
  /** Brings the base to today's shape and answers the application's address of it. */
  migrate(options: { adminUrl: string; appRolePassword: string }): Promise<{ appUrl: string }>
  /** Path of the bundled workflow code. */
  workflowBundle(dataDir: string): Promise<string>
}
