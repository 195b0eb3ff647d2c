import { defineConfig } from 'vitest/config'
import { skippedTestReporter } from './server/test/support/skippedTestReporter.ts'

export default defineConfig({
  test: {
    include: [
      'contracts/**/*.test.ts',
      'server/**/*.test.ts',
      'scripts/**/*.test.ts',
      'client/**/*.test.ts',
      'web/**/*.test.{ts,tsx}',
    ],
    globalSetup: ['server/test/support/globalSetup.ts'],
    pool: 'forks',
    // Test files start servers of their own (PostgreSQL, anvil), which share the cores with them.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
    reporters: process.env['CI'] ? ['default', skippedTestReporter] : ['default'],
  },
})
