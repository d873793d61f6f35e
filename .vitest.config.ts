import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{main,registry,preload,renderer,e2e}/**/*.test.ts'],
    testTimeout: 15_000,
    // No test leaves anything behind in its process; starting one per file takes longer than the tests.
    isolate: false,
    maxWorkers: 2,
    expect: { poll: { interval: 5 } },
  },
})
