import { OWN_ACTIVITY, type OwnEvent } from '../../preload/contract/own-activity.ts'
import { newId } from '../identifiers.ts'
import type { Database } from '../platform/database.ts'
import type { AuditLine } from './audit-log.ts'
import { redact } from './redact.ts'

/** Something that has happened beside the calls of apps. */
export interface OwnFacts {
  readonly event: OwnEvent
  readonly at: number
  readonly workspaceId: string
  readonly outcome: AuditLine['outcome']
  /** Of all lines about the same; a fresh one where it is left out. */
  readonly callId?: string
  readonly appId?: string
  readonly appName?: string
  readonly reason?: string
  readonly durationMs?: number
  /** Redacted before it is kept. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** @returns the line of the log about something that Gatehouse itself has done or seen */
export function ownLine(facts: OwnFacts): AuditLine {
  return {
    at: facts.at,
    workspaceId: facts.workspaceId,
    callId: facts.callId ?? newId('evt'),
    appId: facts.appId ?? '',
    appName: facts.appName ?? '',
    integrationId: OWN_ACTIVITY,
    tool: facts.event,
    accountName: '',
    outcome: facts.outcome,
    reason: facts.reason ?? '',
    errorCode: null,
    durationMs: facts.durationMs ?? null,
    details: JSON.stringify(redact(facts.details ?? {})),
  }
}

export interface OwnEventLine {
  readonly seq: number
  readonly at: number
  /** JSON. */
  readonly details: string
}

/** @returns finds the newest line about an event that has a fresh id each time */
export function createLastOwnEvent(database: Database): (event: OwnEvent) => OwnEventLine | undefined {
  // By the index over ids: among a million calls there are few of these.
  const select = database.prepare<[string, string], OwnEventLine>(
    "SELECT seq, at, details FROM audit WHERE call_id GLOB 'evt_*' AND integration_id = ? AND tool = ?" +
      ' ORDER BY seq DESC LIMIT 1',
  )
  return (event) => select.get(OWN_ACTIVITY, event)
}
