import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { CheckedLine } from './run-check.ts'

interface ReportFacts {
  readonly version: string
  /** Operating system and runtime, in words. */
  readonly system: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly integration: Pick<Integration, 'id' | 'name'>
  readonly row: ConnectionRow | undefined
}

const MARKS: Readonly<Record<CheckedLine['state'], string>> = {
  ok: 'ok     ',
  problem: 'PROBLEM',
  note: 'note   ',
  skipped: 'skipped',
}

const WAYS: Readonly<Record<ConnectionRow['authType'], string>> = {
  oauth2: 'browser sign-in',
  api_key: 'key',
  client_credentials: 'app credentials',
}

const E_MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** The lines as text that may be passed on, in English for whoever helps: no secret, no client id, no name of a person. */
export function reportOf(facts: ReportFacts, lines: readonly CheckedLine[]): string {
  const { version, system, now, integration, row } = facts
  const head = [
    'Gatehouse: connection check',
    `Version ${version}, ${system}`,
    new Date(now).toISOString(),
    `${integration.name} (${integration.id}), ${row === undefined ? 'before an account is connected' : accountOf(row)}`,
    '',
  ]
  const body = lines.map(
    ({ state, title, sentence, forReport }) =>
      `${MARKS[state]} ${String(title)}: ${String(forReport ?? sentence)}`,
  )
  return [...head, ...body, ''].join('\n').replaceAll(E_MAIL, '[e-mail]')
}

/** The account's name is a person's, or a company's. */
function accountOf({ authType, status, scopes }: ConnectionRow): string {
  return `an account by ${WAYS[authType]}, ${status}, ${scopes.length} permissions`
}
