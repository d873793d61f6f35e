import { lookup } from 'node:dns/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, clipboard, session } from 'electron'
import { nativeWords } from '../../preload/messages/native.ts'
import { finishRestore } from '../backup/finish-restore.ts'
import { CUSTOM_SCHEME } from '../connections/redirect-uri.ts'
import { createAppearance } from './appearance.ts'
import { createBrowser } from './browser.ts'
import { openDatabase } from './database.ts'
import { createFileDialogs } from './dialogs.ts'
import { createKeychain } from './keychain.ts'
import { createPersonLanguage } from './language.ts'
import { createLoginItem, HIDDEN, startCommand } from './login-item.ts'
import { createNetwork } from './network.ts'
import type { Clock, Platform } from './platform.ts'
import { createPresence } from './presence.ts'
import { portOwner } from './port-owner.ts'
import { createProtocolHandler } from './protocol-handler.ts'
import { systemName } from './system-name.ts'
import type { WindowMemory } from './window-state.ts'

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
export function createPlatform(memory: WindowMemory): Platform {
  const dataFolder = app.getPath('userData')
  finishRestore(dataFolder)
  const nativeBinding = addonForOldRuntime()
  const network = createNetwork(session.defaultSession)
  const language = createPersonLanguage(memory)
  return {
    keychain: createKeychain(),
    clock: systemClock,
    browser: createBrowser(),
    network,
    proxyFor: network.proxyFor,
    protocolHandler: createProtocolHandler(CUSTOM_SCHEME),
    portOwner,
    presence: createPresence(),
    addressesOf: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    appearance: createAppearance(memory),
    language,
    loginItem: createLoginItem(),
    fileDialogs: createFileDialogs(() => nativeWords(language.spoken()).dialog),
    database: openDatabase(join(dataFolder, 'gatehouse.db'), { nativeBinding }),
    openDatabase: (path) => openDatabase(path, { nativeBinding }),
    dataFolder,
    environment: process.env,
    version: app.getVersion(),
    home: homedir(),
    systemId: process.platform,
    stdioProgram: join(app.getAppPath(), 'out/cli/gatehouse-mcp.mjs'),
    system: systemName(),
    copyText: (text) => void clipboard.writeText(text),
    restart,
    quit: () => app.quit(),
  }
}

/** With the same arguments, but not those that brought a link or hid the window. */
function restart(): void {
  const [execPath = process.execPath] = startCommand()
  const isKept = (argument: string): boolean =>
    argument !== HIDDEN && !argument.startsWith(`${CUSTOM_SCHEME}:`)
  app.relaunch({ execPath, args: process.argv.slice(1).filter(isKept) })
  app.quit()
}

/** An older Electron, as used for evaluation, needs the addon that `scripts/` compiles for it. */
function addonForOldRuntime(): string | undefined {
  if (Number(process.versions.napi ?? ADDON_NAPI) >= ADDON_NAPI) return undefined
  return join(app.getAppPath(), 'node_modules/.cache/gatehouse/better_sqlite3-napi9.node')
}
