import { InMemoryServerEventBus, type ServerEventBus } from '@modelcontextprotocol/server'
import { sha256 } from '../identifiers.ts'

/** Tells apps that listen of a change of their tools; no app hears of what has changed for another. */
export interface ToolNotices {
  /** Where the streams of one app listen, of whatever revision. */
  busOf(appId: string): ServerEventBus
  /** Something has changed: whose list is another than before is told. */
  toolsChanged(): void
  /** The app has lost its access; what it has open is ended elsewhere. */
  forget(appId: string): void
}

/** The list that an app was last told of, or had when it began to listen. */
interface Channel {
  readonly bus: InMemoryServerEventBus
  list: object
  digest: string
}

/**
 * @param listOf the list as the app gets it, the same object until something changes
 * @param isApp whether there is such an app still
 */
export function createToolNotices(
  listOf: (appId: string) => object,
  isApp: (appId: string) => boolean,
): ToolNotices {
  const channels = new Map<string, Channel>()
  const channelOf = (appId: string): Channel => {
    const known = channels.get(appId)
    if (known !== undefined) return known
    const made: Channel = { bus: new InMemoryServerEventBus(), list: {}, digest: '' }
    channels.set(appId, made)
    return made
  }
  /** @returns whether it differs from what was there before */
  const refresh = (appId: string, channel: Channel): boolean => {
    const list = listOf(appId)
    if (list === channel.list) return false
    const digest = sha256(JSON.stringify(list)).toString('base64')
    const isOther = digest !== channel.digest
    Object.assign(channel, { list, digest })
    return isOther
  }
  return {
    busOf: (appId) => ({
      publish: (event) => channelOf(appId).bus.publish(event),
      subscribe(listener) {
        const channel = channelOf(appId)
        if (channel.bus.listenerCount === 0) refresh(appId, channel)
        return channel.bus.subscribe(listener)
      },
    }),
    toolsChanged() {
      for (const [appId, channel] of channels) {
        if (channel.bus.listenerCount === 0 || !isApp(appId)) continue
        if (refresh(appId, channel)) channel.bus.publish({ kind: 'tools_list_changed' })
      }
    },
    forget: (appId) => void channels.delete(appId),
  }
}
