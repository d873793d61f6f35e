import { buildIfNeeded } from './build.mjs'
import { runDemo } from './end-to-end.mjs'
import { runMain } from './main-script.mjs'
import { prepareRuntime } from './runtime.mjs'

await runMain(async () => {
  const electron = await prepareRuntime({ forTests: true })
  await buildIfNeeded()
  return runDemo(electron, process.argv.slice(2))
})
