import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { EVENT_CHANNEL, REQUEST_CHANNEL, type WindowHub } from './contract/bridge.ts'

const hub: WindowHub = {
  request: (route, input) => ipcRenderer.invoke(REQUEST_CHANNEL, route, input),
  on(event, listener) {
    const receive = (_: IpcRendererEvent, name: string, body: Parameters<typeof listener>[0]): void => {
      if (name === event) listener(body)
    }
    ipcRenderer.on(EVENT_CHANNEL, receive)
    return () => void ipcRenderer.off(EVENT_CHANNEL, receive)
  },
}

contextBridge.exposeInMainWorld('hub', hub)
