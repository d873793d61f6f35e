import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { createLinuxAutostart } from './linux-autostart.ts'
import type { LoginItem } from './platform.ts'

/** A start with it opens no window. */
export const HIDDEN = '--hidden'

/** Whether the system starts this app when the person signs in. */
export function createLoginItem(): LoginItem {
  if (process.platform === 'linux') {
    const configFolder = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
    const autostart = createLinuxAutostart({ configFolder, command: [...startCommand(), HIDDEN] })
    void autostart.refresh().catch(() => undefined)
    return autostart
  }
  const args = [HIDDEN]
  return {
    isOn: () => Promise.resolve(app.getLoginItemSettings({ args }).openAtLogin),
    set: (on) => Promise.resolve(app.setLoginItemSettings({ openAtLogin: on, args })),
  }
}

/** Whether nobody has asked for a window: the system started the app with the session. */
export function isHiddenStart(): boolean {
  if (process.argv.includes(HIDDEN)) return true
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}

/** The program and what it needs to be this app. An AppImage is started as a file: its mount is gone at the next start. */
export function startCommand(): readonly string[] {
  const program = process.env['APPIMAGE'] || process.execPath
  return process.defaultApp ? [program, resolve(app.getAppPath())] : [program]
}
