import { runEndToEnd } from './end-to-end.mjs'
import { runMain } from './main-script.mjs'
import { say, stage } from './progress.mjs'
import { runVisibly } from './run-command.mjs'
import { prepareRuntime } from './runtime.mjs'

async function test() {
  /** @type {import('./electron-binary.mjs').ElectronBinary | undefined} */
  let electron
  /** @type {readonly (readonly [string, () => Promise<number>])[]} */
  const stages = [
    [
      'System packages, Electron, database addon',
      async () => {
        electron = await prepareRuntime({ forTests: true })
        return 0
      },
    ],
    ['Check: types, lint, format, unit tests', () => runVisibly('npm', ['run', '--silent', 'check'])],
    ['Build', () => runVisibly('npm', ['run', '--silent', 'build'])],
    ['End-to-end tests', () => runEndToEnd(/** @type {NonNullable<typeof electron>} */ (electron), [])],
  ]
  for (const [title, work] of stages) {
    const exitCode = await stage(title, work)
    if (exitCode !== 0) return exitCode
  }
  say(`\nAll ${stages.length} stages passed. ${electron?.note ?? ''}`)
  return 0
}

await runMain(test)
