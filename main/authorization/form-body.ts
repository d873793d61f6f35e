import type { IncomingMessage } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { singleParameters, type Parameters } from './parameters.ts'

const MOST_BYTES = 16_384
/** Read and dropped, so that a client that is still sending gets the answer and not a broken pipe. */
const MOST_BYTES_DRAINED = 1_048_576

/**
 * Reads `application/x-www-form-urlencoded`, the one form in which OAuth takes its requests (RFC 6749 4.1.3).
 *
 * @throws HubError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE; OAuthProblem for a name given twice
 */
export async function readForm(request: IncomingMessage): Promise<Parameters> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/x-www-form-urlencoded(\s*;\s*charset="?utf-8"?)?$/i.test(type.trim())) {
    throw new HubError('UNSUPPORTED_MEDIA_TYPE', sentences.authorization.form.otherType)
  }
  return singleParameters(new URLSearchParams(await readText(request)))
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
      if (size > MOST_BYTES_DRAINED) reject(tooLarge())
    })
    request.once('end', () =>
      size > MOST_BYTES ? reject(tooLarge()) : resolve(Buffer.concat(chunks).toString('utf8')),
    )
    request.once('close', () => reject(new HubError('INVALID_PARAMS', sentences.bridge.body.endedEarly)))
    request.once('error', reject)
  })
}

function tooLarge(): HubError {
  return new HubError('PAYLOAD_TOO_LARGE', sentences.authorization.form.tooLarge)
}
