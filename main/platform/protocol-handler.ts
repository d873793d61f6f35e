import { app } from 'electron'
import { createLinuxProtocolHandler } from './linux-protocol-handler.ts'
import type { ProtocolHandler } from './platform.ts'

/** @param scheme of the app's own links, without the colon */
export function createProtocolHandler(scheme: string): ProtocolHandler {
  if (process.platform === 'linux') {
    const { env: environment, execPath } = process
    const programs = [execPath, environment['APPIMAGE']].filter((path) => path !== undefined)
    return createLinuxProtocolHandler({ scheme, environment, programs, isPackaged: app.isPackaged })
  }
  return {
    owner() {
      const name = app.getApplicationNameForProtocol(`${scheme}:`)
      return Promise.resolve({
        isOurs: app.isDefaultProtocolClient(scheme),
        name: name === '' ? null : name,
      })
    },
    register: () => Promise.resolve(app.setAsDefaultProtocolClient(scheme)),
  }
}
