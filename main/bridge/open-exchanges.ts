import type { ServerResponse } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { PairedApp } from '../apps/apps.ts'
import { sendError } from './http-error.ts'

/** Of one app at the same time: calls that run or wait, bodies on their way, streams. */
const MOST_OPEN = 192
/** Streams that stay open until somebody hangs up; a client needs one. */
const MOST_STREAMS = 32

/** What apps have open with the bridge at this moment. */
export interface OpenExchanges {
  /** Takes in a request of an app until its answer has ended. @throws HubError RATE_LIMITED */
  begin(app: PairedApp, response: ServerResponse): void
  /** Counts it as a stream from now on. @throws HubError RATE_LIMITED */
  asStream(app: PairedApp, response: ServerResponse): void
  /** Ends all that an app has open: what was not answered yet is told why, and its signal aborts. */
  endAll(appId: string): void
}

/** @param limits of one app */
export function createOpenExchanges(limits = { open: MOST_OPEN, streams: MOST_STREAMS }): OpenExchanges {
  const open = createCounter()
  const streams = createCounter()
  return {
    begin(app, response) {
      if (open.count(app.id) >= limits.open) throw tooMany(sentences.bridge.limits.requests(app.name))
      open.add(app.id, response)
    },
    asStream(app, response) {
      if (streams.count(app.id) >= limits.streams) throw tooMany(sentences.bridge.limits.streams(app.name))
      streams.add(app.id, response)
    },
    endAll(appId) {
      const revoked = new HubError('UNAUTHORIZED', sentences.bridge.accessTaken)
      for (const response of open.of(appId)) {
        if (response.headersSent) {
          response.destroy()
          continue
        }
        response.setHeader('connection', 'close')
        sendError(response, revoked)
      }
    },
  }
}

function createCounter() {
  const byApp = new Map<string, Set<ServerResponse>>()
  const remove = (appId: string, response: ServerResponse): void => {
    const responses = byApp.get(appId)
    responses?.delete(response)
    if (responses?.size === 0) byApp.delete(appId)
  }
  return {
    count: (appId: string): number => byApp.get(appId)?.size ?? 0,
    of: (appId: string): readonly ServerResponse[] => [...(byApp.get(appId) ?? [])],
    add(appId: string, response: ServerResponse): void {
      const responses = byApp.get(appId) ?? new Set()
      byApp.set(appId, responses.add(response))
      response.once('close', () => remove(appId, response))
    },
  }
}

function tooMany(sentence: Sentence): HubError {
  return new HubError('RATE_LIMITED', sentence, { retryAfterSeconds: 1 })
}
