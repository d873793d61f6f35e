import { ERROR_REMEDIES } from '../../../preload/contract/errors.ts'
import { hostileRequest } from './hostile-request.ts'
import { sendBytes, type RawAnswer } from './raw-http.ts'

interface Target {
  readonly port: number
  readonly token: string
}

interface Run {
  readonly firstSeed: number
  readonly count: number
  /** How many at the same time. */
  readonly atOnce: number
}

/** What came of a run. */
export interface MalformedReport {
  /** How many answers had which status; 0 is a connection that ended or stayed silent. */
  readonly statuses: Readonly<Record<number, number>>
  /** One line for each seed whose answer was wrong. */
  readonly failures: readonly string[]
}

/** Its handler throws, which is no fault of the bridge. */
const FAILING_TOOL = 'mischief_get_throw'

const QUIET_MS = 40

/** Sends a malformed request for each seed and judges every answer. */
export async function sendMalformed(
  target: Target,
  { firstSeed, count, atOnce }: Run,
): Promise<MalformedReport> {
  const statuses: Record<number, number> = {}
  const failures: string[] = []
  let next = firstSeed
  const work = async (): Promise<void> => {
    while (next < firstSeed + count) {
      const seed = next
      next += 1
      try {
        for (const status of await judged(seed, target)) statuses[status] = (statuses[status] ?? 0) + 1
      } catch (error) {
        failures.push(`seed ${seed}: ${(error as Error).message}`)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { statuses, failures }
}

/** @returns the statuses of the answers. @throws Error that says what is wrong with one */
async function judged(seed: number, target: Target): Promise<readonly number[]> {
  const { bytes, hasToken } = hostileRequest(seed, target)
  const { answers, rest } = await sendBytes(bytes, { port: target.port, quietMs: QUIET_MS })
  if (answers.length === 0 && rest.length > 0 && !rest.toString().startsWith('HTTP/1.1 200 OK')) {
    throw new Error(`half an answer: ${rest.toString().slice(0, 200)}`)
  }
  for (const answer of answers) judge(answer, hasToken || isOpenToAll(answer, bytes), bytes)
  return answers.length === 0 ? [0] : answers.map(({ status }) => status)
}

function judge({ status, body, headers }: RawAnswer, mayPass: boolean, bytes: Buffer): void {
  const start = JSON.stringify(bytes.toString('latin1', 0, 200))
  if (status < 300 && !mayPass) throw new Error(`${status} without a token: ${start}`)
  if (status < 400 || bytes.toString('latin1', 0, 5) === 'HEAD ') return
  const error = errorOf(body)
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : error
  const isKnown = typeof code === 'string' && code in ERROR_REMEDIES
  // Below 500 MCP has numbers, OAuth has words of its own, and a person gets a page.
  const isOfProtocol = typeof code === 'number' || (typeof error === 'string' && /^[a-z_]+$/.test(error))
  const isPage = headers['content-type']?.startsWith('text/html') === true
  if (!isKnown && (status >= 500 || !(isOfProtocol || isPage))) {
    throw new Error(`${status} without a code: ${body.slice(0, 200)} to ${start}`)
  }
  if (code === 'INTERNAL' && !bytes.includes(FAILING_TOOL)) {
    throw new Error(`INTERNAL: ${body.slice(0, 200)} to ${start}`)
  }
}

/** Whether it runs, and what leads to a token. */
function isOpenToAll({ body }: RawAnswer, bytes: Buffer): boolean {
  const isHealth = body.startsWith('{"status":"ok","name":"gatehouse"')
  return isHealth || /^[A-Z]+ \/(v1\/pair|oauth\/|\.well-known\/oauth-)/.test(bytes.toString('latin1', 0, 60))
}

function errorOf(body: string): unknown {
  try {
    return (JSON.parse(body) as { error?: unknown }).error
  } catch {
    return undefined
  }
}
