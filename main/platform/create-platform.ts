import { join } from 'node:path'
import { app, clipboard, session } from 'electron'
import { CUSTOM_SCHEME } from '../connections/redirect-uri.ts'
import { createBrowser } from './browser.ts'
import { openDatabase } from './database.ts'
import { createKeychain } from './keychain.ts'
import { createNetwork } from './network.ts'
import type { Clock, Platform } from './platform.ts'
import { portOwner } from './port-owner.ts'
import { createProtocolHandler } from './protocol-handler.ts'
import { systemName } from './system-name.ts'

/** Node-API version that the packaged database addon needs. */
const ADDON_NAPI = 10

const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

/** The real platform. Must run after the app is ready. @throws when the database cannot be opened */
export function createPlatform(): Platform {
  const dataFolder = app.getPath('userData')
  const network = createNetwork(session.defaultSession)
  return {
    keychain: createKeychain(),
    clock: systemClock,
    browser: createBrowser(),
    network,
    proxyFor: network.proxyFor,
    protocolHandler: createProtocolHandler(CUSTOM_SCHEME),
    portOwner,
    database: openDatabase(join(dataFolder, 'gatehouse.db'), { nativeBinding: addonForOldRuntime() }),
    dataFolder,
    environment: process.env,
    version: app.getVersion(),
    system: systemName(),
    copyText: (text) => void clipboard.writeText(text),
  }
}

/** An older Electron, as used for evaluation, needs the addon that `scripts/` compiles for it. */
function addonForOldRuntime(): string | undefined {
  if (Number(process.versions.napi ?? ADDON_NAPI) >= ADDON_NAPI) return undefined
  return join(app.getAppPath(), 'node_modules/.cache/gatehouse/better_sqlite3-napi9.node')
}
