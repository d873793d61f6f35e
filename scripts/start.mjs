import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded } from './build.mjs'
import { hasDisplay } from './linux-facts.mjs'
import { launchArguments } from './launch-arguments.mjs'
import { runMain } from './main-script.mjs'
import { say } from './progress.mjs'
import { projectRoot } from './project-paths.mjs'
import { prepareRuntime } from './runtime.mjs'
import { registerSchemeHandler } from './scheme-handler.mjs'
import { inDesktopSession } from './session.mjs'

const dotEnv = join(projectRoot, '.env')

async function start() {
  const electron = await prepareRuntime({ forTests: false })
  await buildIfNeeded()
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv)
  const isVisible = process.platform !== 'linux' || hasDisplay()
  const args = [...launchArguments(electron, isVisible), ...process.argv.slice(2)]
  if (process.platform === 'linux') {
    await registerSchemeHandler({ electronPath: electron.path, args })
    if (!isVisible) say('No display found: running under Xvfb (nothing will be visible).')
  }
  say('Gatehouse is starting; Ctrl-C ends it.')
  return inDesktopSession(electron.path, args)
}

await runMain(start)
