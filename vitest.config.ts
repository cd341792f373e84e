import { defineConfig } from 'vitest/config'

const servers = ['test/harness/global-setup.ts']

/** Pure tests need nothing; stories get their servers from the harness's global set-up. One kind after another. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    hookTimeout: 60_000,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{domain,workflows,activities,integrations,server,scripts,test/house,admin-ui/src}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/*.story.test.ts', '**/node_modules/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'story',
          include: [
            '{domain,workflows,activities,integrations,server,scripts,test/harness}/**/*.story.test.ts',
            'test/{stories,replay}/**/*.test.ts',
          ],
          globalSetup: servers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: servers,
          testTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'torture',
          include: ['test/torture/**/*.test.ts'],
          globalSetup: servers,
          testTimeout: 180_000,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
