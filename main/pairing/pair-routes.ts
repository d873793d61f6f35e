import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { openUnpairedBody } from '../bridge/body-budget.ts'
import { refuseOtherMedia } from '../bridge/guard.ts'
import { sendJson } from '../bridge/http-error.ts'
import { readJsonBody } from '../bridge/request-body.ts'
import { requireMethod, untilClosed } from '../bridge/rest.ts'
import type { PairApp } from './pair-app.ts'
import type { AskedPairing, Pairings } from './pairings.ts'

export const PAIR_PATH = '/v1/pair'
const BODY = '{"name": "…", "toolkits"?: ["…"]}'
/** Seconds between two polls. */
const INTERVAL = 2

const pairBody = z.strictObject({
  name: z.string().trim().min(1).max(80),
  toolkits: z.array(z.string().min(1).max(100)).max(100).default([]),
})

interface PairRoutesDependencies {
  readonly pairings: Pairings
  readonly pairApp: PairApp
}

/** Serves `POST /v1/pair` and what lies under it. @param origin the bridge's address as the program knows it */
export type ServePairing = (
  pathname: string,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>

/** How a program of this computer asks for a token of its own, and fetches it. */
export function createPairRoutes({ pairings, pairApp }: PairRoutesDependencies): ServePairing {
  const ask = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requireMethod(request, 'POST')
    refuseOtherMedia(request)
    const body = pairBody.safeParse(await readJsonBody(request, openUnpairedBody()))
    if (!body.success) throw badBody(body.error)
    const { name, toolkits: wanted } = body.data
    const { secret, code, expiresAt } = pairings.open({ kind: 'program', name, wanted })
    sendJson(response, 202, {
      status: 'pending',
      pairing_id: secret,
      code,
      expires_at: new Date(expiresAt).toISOString(),
      poll: `${PAIR_PATH}/${secret}`,
      interval: INTERVAL,
    })
  }
  const poll = async (secret: string, origin: string, response: ServerResponse): Promise<void> => {
    const { signal, done } = untilClosed(response)
    try {
      ofProgram(pairings.get(secret))
      const pairing = await pairings.wait(secret, signal)
      // Told to nobody, the token would be lost.
      if (signal.aborted) return
      if (pairing.state === 'allowed') return sendJson(response, 200, deliver(secret, origin))
      const status = pairing.state === 'waiting' ? 'pending' : pairing.state
      sendJson(response, status === 'pending' ? 202 : 200, { status })
    } finally {
      done()
    }
  }
  const deliver = (secret: string, origin: string): object => {
    const { app, token } = pairApp(pairings.take(secret))
    return {
      status: 'allowed',
      app_id: app.id,
      name: app.name,
      toolkits: [...app.toolkits],
      token,
      url: origin,
      mcp: `${origin}/mcp`,
    }
  }
  return async (pathname, origin, request, response) => {
    if (pathname === PAIR_PATH) return await ask(request, response)
    const secret = pathname.slice(PAIR_PATH.length + 1)
    if (request.method === 'DELETE') {
      ofProgram(pairings.get(secret))
      pairings.cancel(secret)
      return sendJson(response, 200, { status: 'withdrawn' })
    }
    requireMethod(request, 'GET')
    await poll(secret, origin, response)
  }
}

/** A question of a browser is answered there. @throws HubError RESOURCE_NOT_FOUND */
function ofProgram({ asker }: AskedPairing): void {
  if (asker.kind !== 'program') throw new HubError('RESOURCE_NOT_FOUND', sentences.pairing.over)
}

function badBody({ issues }: z.ZodError): HubError {
  const fields = issues.map(({ path, message }) => ({ path: path.map(String).join('.'), reason: message }))
  return new HubError('INVALID_PARAMS', sentences.pairing.body(BODY), { fields })
}
