import type { ServerResponse } from 'node:http'

/** How long a client may leave its stream unread; what comes meanwhile waits in memory. */
const PATIENCE_MS = 30_000

/**
 * Hands on each part of a stream as it comes: progress has to reach the client before the result. It ends with the
 * stream, when the client hangs up, or when it does not read.
 */
export async function pipeStream(
  body: ReadableStream<Uint8Array>,
  response: ServerResponse,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const reader = body.getReader()
  if (response.destroyed) return await reader.cancel()
  response.once('close', () => void reader.cancel().catch(() => undefined))
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!response.write(part.value)) await writable(response, patienceMs)
  }
  response.end()
}

/** Until more can be written, or nobody reads any more. */
function writable(response: ServerResponse, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve()
    const timer = setTimeout(() => response.destroy(), patienceMs)
    const done = (): void => {
      clearTimeout(timer)
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.once('drain', done)
    response.once('close', done)
  })
}
