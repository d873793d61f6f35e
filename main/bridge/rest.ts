import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import type { PairedApp } from '../apps/apps.ts'
import { refuseOtherMedia } from './guard.ts'
import { sendJson } from './http-error.ts'
import { manifest } from './manifest.ts'
import { readJsonBody } from './request-body.ts'
import type { ToolService } from './tool-service.ts'

const callBody = z.strictObject({
  arguments: z.record(z.string(), z.unknown()).default({}),
  account: z.string().max(200).optional(),
})

/**
 * The plain HTTP routes under `/v1` for an app that is already known.
 *
 * @throws HubError; RESOURCE_NOT_FOUND for a path that does not exist
 */
export async function serveRest(
  service: ToolService,
  app: PairedApp,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (url.pathname === '/v1/manifest') {
    requireMethod(request, 'GET')
    return sendJson(response, 200, manifest(service.list(app), url.searchParams.get('format')))
  }
  const tool = /^\/v1\/tools\/([\w-]{1,100})$/.exec(url.pathname)?.[1]
  if (tool === undefined) throw new HubError('RESOURCE_NOT_FOUND', 'There is no such route.')
  requireMethod(request, 'POST')
  return await callTool(service, app, tool, request, response)
}

async function callTool(
  service: ToolService,
  app: PairedApp,
  tool: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  refuseOtherMedia(request)
  const body = callBody.safeParse(await readJsonBody(request))
  if (!body.success) {
    const fields = body.error.issues.map(({ path, message }) => ({
      path: path.map(String).join('.'),
      reason: message,
    }))
    throw new HubError('INVALID_PARAMS', 'The body is {"arguments": {…}, "account"?: "…"}.', { fields })
  }
  const { signal, done } = untilClosed(response)
  try {
    const answer = await service.call(app, { tool, ...body.data }, { signal })
    if (answer.kind === 'pending') sendJson(response, 202, answer.ticket)
    else sendJson(response, 200, { data: answer.data ?? null })
  } finally {
    done()
  }
}

/** @throws HubError METHOD_NOT_ALLOWED */
export function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method) throw new HubError('METHOD_NOT_ALLOWED', `This route takes ${method}.`)
}

/** Aborts when the client hangs up before it got its answer. */
export function untilClosed(response: ServerResponse): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController()
  const abort = (): void => {
    if (!response.writableFinished) controller.abort(new HubError('APPROVAL_WITHDRAWN', 'The app hung up.'))
  }
  response.once('close', abort)
  return { signal: controller.signal, done: () => void response.off('close', abort) }
}
