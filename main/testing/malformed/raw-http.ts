import { connect } from 'node:net'

/** One answer, taken apart by a reader that forgives nothing. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface RawExchange {
  readonly answers: readonly RawAnswer[]
  /** Bytes after the last whole answer. */
  readonly rest: Buffer
  /** The server has closed the connection. */
  readonly closed: boolean
}

const LATE_MS = 5
const MOST_RENEWALS = 50

interface SendOptions {
  readonly port: number
  readonly host?: string
  /** How long without a byte until the sender gives up, in milliseconds. */
  readonly quietMs?: number
  /** Stays until the server closes, also after an answer. */
  readonly untilClosed?: boolean
}

/**
 * Sends bytes as they are and collects what comes back, until there is a whole answer and then silence.
 *
 * @throws Error when what came back is no HTTP
 */
export async function sendBytes(
  bytes: Buffer | string,
  { port, host = '127.0.0.1', quietMs = 1_000, untilClosed = false }: SendOptions,
): Promise<RawExchange> {
  const withoutBody = bytes.toString('latin1').startsWith('HEAD ')
  return await new Promise((resolve, reject) => {
    const socket = connect({ port, host })
    let received = Buffer.alloc(0)
    const finish = (closed: boolean): void => {
      clearTimeout(timer)
      // Without TIME_WAIT: there are fewer ports than requests in a long run.
      socket.resetAndDestroy()
      try {
        resolve({ ...parseAnswers(received, withoutBody), closed })
      } catch (error) {
        reject(error as Error)
      }
    }
    // On a busy computer the time may be over before what has come was looked at: then it is given once more.
    let patience = MOST_RENEWALS
    let due = Date.now() + quietMs
    const timer = setTimeout(() => {
      const wasBusy = Date.now() - due > LATE_MS && patience > 0
      if (!wasBusy) return finish(false)
      patience -= 1
      renew()
    }, quietMs)
    const renew = (): void => {
      due = Date.now() + quietMs
      timer.refresh()
    }
    socket.on('connect', () => {
      socket.write(bytes)
      renew()
    })
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      renew()
      if (!untilClosed && isWhole(received, withoutBody)) finish(false)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => finish(true))
  })
}

function isWhole(received: Buffer, withoutBody: boolean): boolean {
  try {
    const { answers, rest } = parseAnswers(received, withoutBody)
    return rest.length === 0 && answers.length > 0
  } catch {
    return false
  }
}

/** @throws Error when the bytes are no sequence of answers */
function parseAnswers(received: Buffer, withoutBody: boolean): Omit<RawExchange, 'closed'> {
  const answers: RawAnswer[] = []
  let rest = received
  for (;;) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) return { answers, rest }
    const head = parseHead(rest.toString('latin1', 0, end))
    const after = rest.subarray(end + 4)
    const body = head.status < 200 || withoutBody ? { text: '', length: 0 } : bodyOf(head.headers, after)
    if (body === undefined) return { answers, rest }
    if (head.status >= 200) answers.push({ ...head, body: body.text })
    rest = after.subarray(body.length)
  }
}

function parseHead(text: string): Omit<RawAnswer, 'body'> {
  const [first = '', ...lines] = text.split('\r\n')
  const status = /^HTTP\/1\.1 (\d{3}) [\t\x20-\x7e]*$/.exec(first)?.[1]
  if (status === undefined) throw new Error(`No status line: ${JSON.stringify(first)}`)
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\t\x20-\x7e]*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`No header: ${JSON.stringify(line)}`)
    const key = name.toLowerCase()
    if (key in headers) throw new Error(`The header ${key} twice`)
    headers[key] = value
  }
  return { status: Number(status), headers }
}

/** @returns undefined while the body is not whole */
function bodyOf(
  headers: RawAnswer['headers'],
  bytes: Buffer,
): { readonly text: string; readonly length: number } | undefined {
  if (headers['transfer-encoding'] === 'chunked') return chunksOf(bytes)
  const stated = headers['content-length']
  // An answer to HTTP/1.0 ends with its connection (RFC 9112 6.3).
  if (stated === undefined && headers['connection'] === 'close') {
    return { text: bytes.toString(), length: bytes.length }
  }
  const length = Number(stated ?? Number.NaN)
  if (!Number.isSafeInteger(length)) throw new Error('An answer without a length')
  return bytes.length < length ? undefined : { text: bytes.toString('utf8', 0, length), length }
}

function chunksOf(bytes: Buffer) {
  let text = ''
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return undefined
    const size = bytes.toString('latin1', at, line)
    if (!/^[\da-f]+$/i.test(size)) throw new Error(`No chunk size: ${JSON.stringify(size)}`)
    const end = line + 2 + Number.parseInt(size, 16)
    if (bytes.length < end + 2) return undefined
    text += bytes.toString('utf8', line + 2, end)
    at = end + 2
    if (/^0+$/.test(size)) return { text, length: at }
  }
}
