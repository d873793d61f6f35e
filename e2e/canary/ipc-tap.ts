import type { CDPSession, Page } from '@playwright/test'

/** One message from the main process to the window: the answer to a route, or an event. */
export type WindowMessage = { readonly name: string; readonly text: string }

type Script = { readonly scriptId: string }
type Bound = { readonly name: string; readonly payload: string }

const binding = 'tellTest'

/**
 * Reads everything the main process sends to a window from now on, at the preload's own calls: by the debugger, since
 * the product has no hook and what `contextBridge` exposes cannot be wrapped from the page.
 */
export const tapIpc = async (window: Page): Promise<{ messages(): readonly WindowMessage[] }> => {
  const session = await window.context().newCDPSession(window)
  const scripts: Script[] = []
  const messages: WindowMessage[] = []
  session.on('Debugger.scriptParsed', (script) => scripts.push(script))
  session.on('Runtime.bindingCalled', ({ name, payload }: Bound) => {
    if (name === binding) messages.push(JSON.parse(payload) as WindowMessage)
  })
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: binding })
  await session.send('Debugger.enable')
  const { scriptId, source } = await preloadOf(session, scripts)
  await listenAt(session, scriptId, placeOf(source, 'electron.ipcRenderer.invoke('), wrapInvoke)
  await listenAt(session, scriptId, placeOf(source, 'if (name === event)'), tellEvent)
  return { messages: () => messages }
}

/** Evaluated in the preload at the first request: from then on each answer is told as well. */
const wrapInvoke = `(() => {
  const ipc = electron.ipcRenderer
  if (Object.hasOwn(ipc, 'invoke')) return false
  const invoke = ipc.invoke
  ipc.invoke = (channel, route, input) => {
    const reply = invoke.call(ipc, channel, route, input)
    reply.then((value) => ${binding}(JSON.stringify({ name: route, text: JSON.stringify(value) })))
    return reply
  }
  return false
})()`

const tellEvent = `(${binding}(JSON.stringify({ name, text: JSON.stringify(body) ?? '' })), false)`

const preloadOf = async (
  session: CDPSession,
  scripts: readonly Script[],
): Promise<{ scriptId: string; source: string }> => {
  for (const { scriptId } of scripts) {
    const { scriptSource } = await session.send('Debugger.getScriptSource', { scriptId })
    if (scriptSource.includes('exposeInMainWorld("hub"')) return { scriptId, source: scriptSource }
  }
  throw new Error('The window has no preload script')
}

type Place = { readonly lineNumber: number; readonly columnNumber: number }

const placeOf = (source: string, code: string): Place => {
  const before = source.slice(0, source.indexOf(code)).split('\n')
  if (!source.includes(code)) throw new Error(`The preload has no ${code}`)
  return { lineNumber: before.length - 1, columnNumber: before.at(-1)?.length ?? 0 }
}

/** A breakpoint whose condition never holds: the code runs there and nothing stops. */
const listenAt = async (session: CDPSession, scriptId: string, place: Place, code: string): Promise<void> => {
  await session.send('Debugger.setBreakpoint', { location: { scriptId, ...place }, condition: code })
}
