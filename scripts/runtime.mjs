import { electronBinary } from './electron-binary.mjs'
import { mustCompileAddon, needsOwnAddon, sqliteAddon } from './sqlite-addon.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * Makes everything ready that the app runs on: system packages, Electron, the database addon.
 * @param {{ forTests: boolean }} purpose
 */
export async function prepareRuntime({ forTests }) {
  await ensureSystemPackages({ forTests })
  const electron = await electronBinary()
  if (needsOwnAddon(electron.napiVersion) && (await mustCompileAddon())) {
    await ensureSystemPackages({ forTests, forCompiling: true })
  }
  await sqliteAddon(electron.napiVersion)
  return electron
}
