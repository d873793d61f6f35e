import type { Integration } from '../../registry/define.ts'

/** An error that a provider wraps into a success is short; longer answers are what was asked for. */
const MOST_BYTES = 4_096

/**
 * Whether an answer says that the credential was refused: by its status, or in the provider's own words, which
 * count more where the definition can read them. The answer itself stays unread.
 */
export async function isCredentialRefused(
  { refusal }: Pick<Integration, 'refusal'>,
  response: Response,
): Promise<boolean> {
  const byStatus = response.status === 401
  const read = refusal === undefined ? undefined : readerFor(response.headers)
  if (read === undefined) return byStatus
  const text = await beginning(response.clone())
  const said = text === undefined ? undefined : refusal?.(read(text))
  return said === undefined ? byStatus : said.status === 401
}

/** How a short answer is to be read; undefined for a long one, and for what is neither JSON nor text. */
function readerFor(headers: Headers): ((text: string) => unknown) | undefined {
  // Without a length (chunked) it may be short.
  if (Number(headers.get('content-length')) > MOST_BYTES) return undefined
  const type = headers.get('content-type') ?? ''
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return parsed
  return /^text\/plain\b/i.test(type) ? (text) => parsed(text) ?? text : undefined
}

/** @returns undefined when it is longer, or breaks off: then whoever reads it whole will see that */
async function beginning(copy: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = copy.body?.getReader()
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      chunks.push(part.value)
      size += part.value.byteLength
      // Not waited for: a copy is gone only when the other one is.
      if (size > MOST_BYTES) return void reader?.cancel().catch(() => undefined)
    }
  } catch {
    return undefined
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
