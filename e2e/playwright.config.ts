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
  reporter: [['list']],
})
