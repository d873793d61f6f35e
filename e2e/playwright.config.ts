import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One app, one browser and one bridge at a time: they share a screen and a first port.
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  // A desktop's own parts end now and then; whoever fails twice has a fault of our own.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // A broken machine is told in minutes, not after every test has waited in vain.
  maxFailures: process.env['CI'] === undefined ? 0 : 8,
  reporter: [['list']],
})
