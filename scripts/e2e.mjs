import { buildIfNeeded } from './build.mjs'
import { runEndToEnd } from './end-to-end.mjs'
import { runMain } from './main-script.mjs'
import { prepareRuntime } from './runtime.mjs'

await runMain(async () => {
  const electron = await prepareRuntime({ forTests: true })
  await buildIfNeeded()
  return runEndToEnd(electron, process.argv.slice(2))
})
