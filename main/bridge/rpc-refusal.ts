import type { ServerResponse } from 'node:http'
import { knownError, sendJson } from './http-error.ts'

const PARSE_ERROR = -32_700
const INVALID_REQUEST = -32_600

/**
 * Answers a body that is no JSON, or one that is a list, in the words of JSON-RPC 2.0 (section 5.1), as clients of MCP
 * expect it. Revisions from 2025-06-18 on have one message a request; a list would also let a small request ask for
 * thousands of long answers.
 *
 * @param read gives the parsed body
 * @returns the body, or undefined when it has been answered
 * @throws HubError whatever else is wrong with the request
 */
export async function singleMessage(
  read: () => Promise<unknown>,
  response: ServerResponse,
): Promise<{ readonly body: unknown } | undefined> {
  try {
    const body = await read()
    if (!Array.isArray(body)) return { body }
    refuse(response, INVALID_REQUEST, 'Invalid Request: one JSON-RPC message a request, not a list.')
  } catch (error) {
    const known = knownError(error)
    if (known.code !== 'INVALID_PARAMS') throw known
    // It names fields when it is JSON, but none that anybody should walk through.
    if (known.details === undefined) refuse(response, PARSE_ERROR, `Parse error: ${known.message}`)
    else refuse(response, INVALID_REQUEST, `Invalid Request: ${known.message}`)
  }
  return undefined
}

function refuse(response: ServerResponse, code: number, message: string): void {
  if (!response.req.complete) response.setHeader('connection', 'close')
  sendJson(response, 400, { jsonrpc: '2.0', id: null, error: { code, message } })
}
