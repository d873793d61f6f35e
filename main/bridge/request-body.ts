import type { IncomingMessage } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'

const MOST_BYTES = 4 * 1_024 * 1_024
/** Read and dropped, so that a client that is still sending gets the answer and not a broken pipe. */
const MOST_BYTES_DRAINED = 4 * MOST_BYTES

/**
 * Reads a JSON body of at most 4 MiB.
 *
 * @throws HubError PAYLOAD_TOO_LARGE or INVALID_PARAMS
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES_DRAINED) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES_DRAINED) throw tooLarge()
    if (size <= MOST_BYTES) chunks.push(chunk)
  }
  if (size > MOST_BYTES) throw tooLarge()
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new HubError('INVALID_PARAMS', 'The body is not JSON in UTF-8.')
  }
}

function tooLarge(): HubError {
  return new HubError('PAYLOAD_TOO_LARGE', 'The body is larger than 4 MiB.')
}
