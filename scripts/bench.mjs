import { blankApp } from './blank-app.mjs'
import { buildIfNeeded } from './build.mjs'
import { installGateways } from './gateways.mjs'
import { launchArguments } from './launch-arguments.mjs'
import { runMain } from './main-script.mjs'
import { stage, step } from './progress.mjs'
import { packageCommand } from './project-paths.mjs'
import { runVisibly } from './run-command.mjs'
import { prepareRuntime } from './runtime.mjs'
import { inDesktopSession } from './session.mjs'

/**
 * @param {string} name
 * @param {Readonly<Record<string, string>>} [env]
 */
const inVitest = (name, env) =>
  runVisibly(packageCommand('vitest'), ['run', '--config', '.vitest.bench.config.ts', `${name}.bench`], {
    env: { ...process.env, ...env },
  })

const bridge = () => inVitest('bridge')
const listing = () => inVitest('listing')
const memory = () => inVitest('memory')

async function gateways() {
  await buildIfNeeded()
  const commands = await step('Install the gateways to measure beside', installGateways)
  return inVitest('gateways', { GATEHOUSE_GATEWAYS: commands })
}

async function stdio() {
  await buildIfNeeded()
  return inVitest('stdio')
}

async function window() {
  const electron = await prepareRuntime({ forTests: true })
  await buildIfNeeded()
  return inDesktopSession(process.execPath, ['e2e/bench/window.ts'], {
    keyring: 'private',
    env: {
      GATEHOUSE_LAUNCH: JSON.stringify([electron.path, ...launchArguments(electron)]),
      GATEHOUSE_BLANK_LAUNCH: JSON.stringify(await blankApp(electron)),
    },
  })
}

const activity = () => inVitest('activity')

async function scroll() {
  const electron = await prepareRuntime({ forTests: true })
  await buildIfNeeded()
  return inDesktopSession(process.execPath, ['e2e/bench/scroll.ts'], {
    keyring: 'private',
    env: { GATEHOUSE_LAUNCH: JSON.stringify([electron.path, ...launchArguments(electron)]) },
  })
}

/** @type {Readonly<Record<string, () => Promise<number>>>} */
const benches = { bridge, listing, memory, stdio, gateways, window, activity, scroll }

await runMain(async () => {
  const chosen = process.argv.slice(2)
  for (const [name, run] of Object.entries(benches)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    const exitCode = await stage(`Bench: ${name}`, run)
    if (exitCode !== 0) return exitCode
  }
  return 0
})
