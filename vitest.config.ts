import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A second, as it is otherwise, is soon over on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    // Loading Bolt, zod and PGlite once per worker, not once per file; no test replaces a module.
    isolate: false,
  },
})
