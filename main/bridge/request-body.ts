import type { IncomingMessage } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'

const MOST_BYTES = 4 * 1_024 * 1_024

/** Read and dropped, so that a client that is still sending gets the answer and not a broken pipe. */
const MOST_BYTES_DRAINED = 4 * MOST_BYTES

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a JSON body of at most 4 MiB.
 *
 * @throws HubError PAYLOAD_TOO_LARGE or INVALID_PARAMS
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES_DRAINED) throw tooLarge()
  const bytes = await readBytes(request)
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    throw new HubError('INVALID_PARAMS', 'The body is not JSON in UTF-8.')
  }
}

/** By events: the stream's async iterator costs a call more than everything else about its body. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
      else chunks = []
      if (size > MOST_BYTES_DRAINED) reject(tooLarge())
    })
    request.once('end', () => (size > MOST_BYTES ? reject(tooLarge()) : resolve(Buffer.concat(chunks))))
    request.once('error', reject)
    request.once('close', () => {
      if (!request.complete) reject(new HubError('INVALID_PARAMS', 'The body ended too early.'))
    })
  })
}

function tooLarge(): HubError {
  return new HubError('PAYLOAD_TOO_LARGE', 'The body is larger than 4 MiB.')
}
