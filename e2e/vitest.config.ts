import { defineConfig } from 'vitest/config'

// Beside the other tests, which it would starve: it starts the whole product and a browser ("npm run e2e").
export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    reporters: ['verbose'],
  },
})
