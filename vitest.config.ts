import { defineConfig } from 'vitest/config'

/** Pure tests need nothing; story tests get their servers from the harness's global set-up. */
export default defineConfig({
  test: {
    pool: 'forks',
    hookTimeout: 60_000,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{domain,workflows,activities,integrations,server,scripts,test/house}/**/*.test.ts'],
          exclude: ['**/*.story.test.ts', '**/node_modules/**'],
        },
      },
    ],
  },
})
