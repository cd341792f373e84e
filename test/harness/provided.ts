/** What the global set-up hands to the test files (`inject`). */
export interface ProvidedServers {
  /** Superuser's address of the server, any database. */
  databaseUrl: string
  /** A migrated and empty database to be cloned, and the application's address of it. */
  template: { name: string; appUrl: string }
  /** Address of the process engine, and the binary that can administer it. */
  temporal: { address: string; cli: string }
  /** The workflow code, bundled once. */
  workflowBundle: string
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: ProvidedServers
  }
}
