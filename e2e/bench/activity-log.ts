import type { AuditLine, AuditLog } from '../../main/audit/audit-log.ts'

const TOOLS = ['create_issue', 'list_issues', 'get_issue', 'search_messages', 'send_message', 'read_document']
const SERVICES = ['linear', 'github', 'gmail', 'slack', 'notion']
const WORDS = 'fix sign in page on safari report budget meeting notes release plan customer review'.split(' ')
const DAY_MS = 86_400_000

/** One call in so many is of a kind that is hardly ever there. */
const RARE = 9_973

interface LogOptions {
  readonly workspaceId: string
  readonly lines: number
  /** Milliseconds since 1970 of the last line. */
  readonly end: number
  readonly days: number
  /** Ids and names of the apps. */
  readonly apps: readonly { readonly id: string; readonly name: string }[]
}

/** Writes a long log as years of use would, through the log itself: reads with one line, writes with two. */
export function writeLongLog(log: AuditLog, options: LogOptions): void {
  const { lines, end, days } = options
  for (let index = 0, written = 0; written < lines; index += 1) {
    const at = end - Math.round((days * DAY_MS * (lines - written)) / lines)
    const line = lineOf(index, at, options)
    const isWrite = index % 6 === 0 || index % 6 === 4
    if (isWrite) log.appendSoon({ ...line, outcome: 'started', durationMs: null, errorCode: null })
    log.appendSoon(line)
    written += isWrite ? 2 : 1
    if (index % 1_000 === 0) log.flush()
  }
  log.flush()
}

function lineOf(index: number, at: number, { workspaceId, apps }: LogOptions): AuditLine {
  const app = apps[index % apps.length] ?? { id: 'app', name: 'App' }
  const service = SERVICES[index % SERVICES.length] ?? ''
  const word = (step: number): string => WORDS[(index * step) % WORDS.length] ?? ''
  const outcome = index % RARE === 0 ? 'expired' : index % 17 === 0 ? 'failed' : 'succeeded'
  return {
    at,
    workspaceId,
    callId: `call_${index}`,
    appId: app.id,
    appName: app.name,
    integrationId: service,
    tool: `${service}_${TOOLS[index % TOOLS.length] ?? ''}`,
    accountName: `person${index % 3}@example.com`,
    outcome,
    reason: 'default',
    errorCode: outcome === 'failed' ? 'NETWORK' : null,
    durationMs: 40 + ((index * 37) % 900),
    details: JSON.stringify({ title: `${word(1)} ${word(3)} ${word(7)}`, number: index }),
  }
}
