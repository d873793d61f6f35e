import type { Integration } from '../../registry/define.ts'

/** An error that a provider wraps into a success is short; longer answers are what was asked for. */
const MOST_BYTES = 4_096

/**
 * Whether an answer whose status is not 401 says that the credential was refused, in the provider's own words.
 * The answer itself stays unread.
 */
export async function refusedInside(
  { refusal }: Pick<Integration, 'refusal'>,
  response: Response,
): Promise<boolean> {
  if (refusal === undefined || !isShortJson(response.headers)) return false
  const text = await beginning(response.clone())
  return text !== undefined && refusal(parsed(text))?.status === 401
}

function isShortJson(headers: Headers): boolean {
  const type = headers.get('content-type') ?? ''
  return (
    /^application\/(?:[\w.-]+\+)?json\b/i.test(type) && Number(headers.get('content-length')) <= MOST_BYTES
  )
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
