import type { IncomingMessage } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { BodyAccount } from './body-budget.ts'
import { refuseUnwieldyJson } from './json-shape.ts'
import { tooSlow } from './refuse-on-socket.ts'

const MOST_BYTES = 4 * 1_024 * 1_024

/** Read and dropped, so that a client that is still sending gets the answer and not a broken pipe. */
const MOST_BYTES_DRAINED = 4 * MOST_BYTES

/** For so long a body that there was no room for may go on, to get the answer and not a broken pipe. */
const LINGER_MS = 500

/** A piece of a body takes up at least so much, however few bytes it has. */
const LEAST_HELD = 256

/** A shorter body is over soon, or the time for the whole request is. */
const SHORT_BYTES = 16_384

/** How fast a long body has to come. */
export interface BodyPace {
  readonly everyMs: number
  readonly leastBytes: number
}

const PACE: BodyPace = { everyMs: 5_000, leastBytes: 65_536 }

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a JSON body of at most 4 MiB, 64 levels and 100,000 values.
 *
 * @param account pays for what is held meanwhile
 * @throws HubError PAYLOAD_TOO_LARGE, TIMEOUT, INVALID_PARAMS, or as the account refuses
 */
export async function readJsonBody(
  request: IncomingMessage,
  account: BodyAccount,
  pace: BodyPace = PACE,
): Promise<unknown> {
  // Not a number when the body comes in chunks.
  const length = Number(request.headers['content-length'])
  if (length > MOST_BYTES_DRAINED) throw tooLarge()
  try {
    return parse(await readBytes(request, account, length <= SHORT_BYTES ? undefined : pace))
  } finally {
    account.close()
  }
}

function parse(bytes: Buffer): unknown {
  refuseUnwieldyJson(bytes)
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    throw new HubError('INVALID_PARAMS', sentences.bridge.body.notJson)
  }
}

/** By events: the stream's async iterator costs a call more than everything else about its body. */
function readBytes(
  request: IncomingMessage,
  account: BodyAccount,
  pace: BodyPace | undefined,
): Promise<Buffer> {
  return new Promise((resolve, rejectWith) => {
    let chunks: Buffer[] = []
    let size = 0
    let refusal: unknown
    // From then on what comes is dropped.
    const refuse = (error: unknown): void => {
      refusal ??= error
      chunks = []
      account.close()
    }
    const reject = (error: unknown): void => {
      refuse(error)
      rejectWith(refusal)
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MOST_BYTES && refusal === undefined) refuse(tooLarge())
      if (size > MOST_BYTES_DRAINED) reject(tooLarge())
      if (refusal !== undefined) return
      try {
        account.take(Math.max(chunk.length, LEAST_HELD))
        chunks.push(chunk)
      } catch (error) {
        refuse(error)
        setTimeout(reject, LINGER_MS, error).unref()
      }
    })
    request.once('end', () => (refusal === undefined ? resolve(Buffer.concat(chunks)) : reject(refusal)))
    const endedEarly = (): void => {
      if (!request.complete) reject(new HubError('INVALID_PARAMS', sentences.bridge.body.endedEarly))
    }
    request.once('error', endedEarly)
    request.once('close', endedEarly)
    if (pace !== undefined) keepPace(request, pace, () => size, reject)
  })
}

/** @param received how many bytes have come so far */
function keepPace(
  request: IncomingMessage,
  { everyMs, leastBytes }: BodyPace,
  received: () => number,
  refuse: (error: HubError) => void,
): void {
  let before = 0
  const timer = setInterval(() => {
    if (received() - before < leastBytes) refuse(tooSlow())
    before = received()
  }, everyMs)
  request.once('close', () => clearInterval(timer))
  request.once('end', () => clearInterval(timer))
}

function tooLarge(): HubError {
  return new HubError('PAYLOAD_TOO_LARGE', sentences.bridge.body.tooLarge)
}
