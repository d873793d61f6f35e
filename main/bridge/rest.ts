import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { ListedTool } from '../tools/listing.ts'
import type { RunAnswer } from '../tools/run-tool.ts'
import type { BodyBudget } from './body-budget.ts'
import { withEditedNote } from './edited-note.ts'
import { GET_RESULT } from './get-result.ts'
import { refuseOtherMedia } from './guard.ts'
import { sendJson } from './http-error.ts'
import { manifest } from './manifest.ts'
import { ACTION_PATH, openApi } from './openapi.ts'
import { readJsonBody } from './request-body.ts'
import type { ToolService } from './tool-service.ts'

/** One request of an app that is already known. */
interface Exchange {
  readonly service: ToolService
  readonly bodies: BodyBudget
  readonly app: PairedApp
  readonly url: URL
  readonly version: string
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  /** @param name what stands in the path's one place */
  readonly serve: (exchange: Exchange, name: string) => Promise<void> | void
}

const NAME = String.raw`([\w-]{1,100})`

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/openapi\.json$/,
    serve: (exchange) => sendList(exchange, (tools) => openApi(tools, exchange.version)),
  },
  {
    method: 'GET',
    path: /^\/v1\/manifest$/,
    serve: (exchange) =>
      sendList(exchange, (tools) => manifest(tools, exchange.url.searchParams.get('format'))),
  },
  { method: 'POST', path: /^\/v1\/manage_integrations$/, serve: manageIntegrations },
  { method: 'POST', path: new RegExp(`^/v1/tools/${NAME}$`), serve: callTool },
  { method: 'POST', path: new RegExp(`^${ACTION_PATH}${NAME}$`), serve: callAction },
  { method: 'GET', path: new RegExp(`^/v1/results/${NAME}$`), serve: readResult },
]

/**
 * The plain HTTP routes of the bridge, for an app that is already known.
 *
 * @throws HubError; RESOURCE_NOT_FOUND for a path that does not exist
 */
export async function serveRest(exchange: Exchange): Promise<void> {
  for (const { method, path, serve } of routes) {
    const match = path.exec(exchange.url.pathname)
    if (match === null) continue
    requireMethod(exchange.request, method)
    return await serve(exchange, match[1] ?? '')
  }
  throw new HubError('RESOURCE_NOT_FOUND', sentences.request.noRoute)
}

const CALL_BODY = '{"arguments": {…}, "account"?: "…"}'

const callBody = z.strictObject({
  arguments: z.record(z.string(), z.unknown()).default({}),
  account: z.string().max(200).optional(),
})

async function callTool(exchange: Exchange, tool: string): Promise<void> {
  const { service, app } = exchange
  const body = callBody.safeParse(await jsonOf(exchange))
  if (!body.success) throw badBody(body.error, sentences.bridge.body.shape(CALL_BODY))
  const call = { tool, ...body.data }
  await answerCall(
    exchange,
    (signal) => service.call(app, call, { signal }),
    (data) => ({ data: data ?? null }),
  )
}

const actionBody = z.record(z.string(), z.unknown())

/** The body is the arguments and the answer is the data, as clients of the OpenAPI document have it. */
async function callAction(exchange: Exchange, tool: string): Promise<void> {
  const { service, app, request } = exchange
  const { 'content-length': length = '0', 'transfer-encoding': chunked } = request.headers
  const isEmpty = length === '0' && chunked === undefined
  const body = actionBody.safeParse(isEmpty ? {} : await jsonOf(exchange))
  if (!body.success) throw badBody(body.error, sentences.bridge.body.isArguments)
  const call = { tool, arguments: body.data }
  await answerCall(
    exchange,
    (signal) => service.call(app, call, { signal }),
    (data) => data ?? null,
  )
}

/** @param bodyOf the tools in the words of the route */
function sendList(
  { service, app, response }: Exchange,
  bodyOf: (tools: readonly ListedTool[]) => unknown,
): void {
  sendJson(response, 200, bodyOf(service.list(app)))
  service.listSent(app)
}

async function manageIntegrations(exchange: Exchange): Promise<void> {
  const { service, app } = exchange
  const input = await jsonOf(exchange)
  await answerCall(
    exchange,
    (signal) => service.manage(app, input, { signal }),
    (data) => data,
  )
}

/** What a ticket became, or the next part of a long answer. */
async function readResult(exchange: Exchange, id: string): Promise<void> {
  const { service, app, url } = exchange
  const offset = Number(url.searchParams.get('offset') ?? 0)
  const args = id.startsWith('apr_') ? { approval_id: id } : { result_id: id, offset }
  const call = { tool: GET_RESULT, arguments: args }
  await answerCall(
    exchange,
    (signal) => service.call(app, call, { signal }),
    (data) => ({ data: data ?? null }),
  )
}

async function jsonOf({ bodies, app, request }: Exchange): Promise<unknown> {
  refuseOtherMedia(request)
  return await readJsonBody(request, bodies.open(app))
}

function badBody({ issues }: z.ZodError, sentence: Sentence): HubError {
  const fields = issues.map(({ path, message }) => ({ path: path.map(String).join('.'), reason: message }))
  return new HubError('INVALID_PARAMS', sentence, { fields })
}

/** @param bodyOf what becomes of the call's data */
async function answerCall(
  { response }: Exchange,
  run: (signal: AbortSignal) => Promise<RunAnswer>,
  bodyOf: (data: unknown) => unknown,
): Promise<void> {
  const { signal, done } = untilClosed(response)
  try {
    const answer = await run(signal)
    if (answer.kind === 'pending') sendJson(response, 202, answer.ticket)
    else sendJson(response, 200, withEditedNote(bodyOf(answer.data), answer.edited))
  } finally {
    done()
  }
}

/** @throws HubError METHOD_NOT_ALLOWED */
export function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method)
    throw new HubError('METHOD_NOT_ALLOWED', sentences.bridge.shape.method(method))
}

/**
 * Aborts when the client hangs up before it got its answer, or its access was taken back.
 *
 * @throws HubError APPROVAL_WITHDRAWN when that was while the body came: nothing must run for it any more
 */
export function untilClosed(response: ServerResponse): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController()
  if (response.writableEnded || response.destroyed) throw hungUp()
  const abort = (): void => controller.abort(hungUp())
  response.once('close', abort)
  return { signal: controller.signal, done: () => void response.off('close', abort) }
}

/** Made when it is needed: an error costs a request more than its guard. */
const hungUp = (): HubError => new HubError('APPROVAL_WITHDRAWN', sentences.bridge.call.hungUp)
