import { defineConfig } from 'vitest/config'
import { skippedTestReporter } from './server/test/support/skippedTestReporter.ts'

export default defineConfig({
  test: {
    allowOnly: false,
    reporters: process.env['CI'] ? ['default', skippedTestReporter] : ['default'],
    projects: [
      {
        test: {
          name: 'parts',
          include: [
            'contracts/**/*.test.ts',
            'server/**/*.test.ts',
            'scripts/**/*.test.ts',
            'client/**/*.test.ts',
            'bench/**/*.test.ts',
            'web/**/*.test.{ts,tsx}',
            'admin/**/*.test.ts',
          ],
          globalSetup: ['server/test/support/globalSetup.ts'],
          pool: 'forks',
          // Test files start servers of their own (PostgreSQL, anvil), which share the cores with them.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/support/globalSetup.ts'],
          pool: 'forks',
          // After the others and one file at a time: the whole product, its chain and a browser share the cores, and all
          // files share one chain, which some scenarios stop or reorganise.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
