import { ownReason } from './own-reason.ts'
import { ProviderError } from './provider-error.ts'

/** No answer larger than this is taken in: a tool's result is for a model. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024

interface Body {
  readonly text: string
  /** The answer was longer than `MAX_BODY_BYTES`; `text` is its beginning. */
  readonly truncated: boolean
}

/**
 * Reads an answer as UTF-8 text, and stops the transfer beyond `MAX_BODY_BYTES`.
 *
 * @param integrationId whom to name when the connection breaks
 * @throws ProviderError 502 when the transfer breaks off; the abort reason when `signal` is aborted
 */
export async function readBody(
  response: Response,
  integrationId: string,
  signal: AbortSignal,
): Promise<Body> {
  if (response.body === null) return { text: '', truncated: false }
  try {
    return await readStream(response.body)
  } catch (error) {
    if (signal.aborted) throw error
    throw new ProviderError(ownReason('brokenOff', integrationId), 502)
  }
}

async function readStream(stream: ReadableStream<Uint8Array>): Promise<Body> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode(), truncated: false }
    bytes += value.byteLength
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel()
      return { text, truncated: true }
    }
    text += decoder.decode(value, { stream: true })
  }
}
