import { OWN_ACTIVITY, OWN_EVENTS } from '../../preload/contract/own-activity.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { Activity } from '../audit/activity.ts'
import type { Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import type { AskerFacts } from './asker-facts.ts'
import type { Granted } from './asker.ts'
import { pairingForWindow, type OpenQuestion } from './pairing-for-window.ts'

/** A question as the log knows it: with what was known of the program when it asked. */
export interface AskedQuestion extends OpenQuestion {
  readonly facts: AskerFacts
}

/** Writes into the activity log who has asked to be let in, and what came of it. Codes and tokens stay out of it. */
export interface PairingRecorder {
  /** @throws when it cannot be written: then the question must not be asked */
  asked(question: AskedQuestion): void
  /** @throws when it cannot be written: then nobody may be let in */
  allowed(question: AskedQuestion, granted: Granted): void
  /** Never throws: what was not allowed is not let in, written or not. */
  closed(question: AskedQuestion, outcome: 'denied' | 'expired' | 'withdrawn'): void
  /** The program has come for its access. @throws when it cannot be written */
  joined(granted: Granted, app: PairedApp): void
}

interface RecorderDependencies {
  readonly note: Activity['note']
  readonly database: Database
  readonly clock: Clock
}

/** Questions that a crash has left open are closed first: nobody can answer them any more. */
export function createPairingRecorder({ note, database, clock }: RecorderDependencies): PairingRecorder {
  const event = OWN_EVENTS.pairing
  for (const { callId, workspaceId, appName } of leftoversOf(database)) {
    try {
      note({ event, callId, workspaceId, appName, outcome: 'withdrawn', reason: 'withdrawn' })
    } catch {
      // A full disk must not keep the program from starting: the next start closes it.
    }
  }
  return {
    asked(question) {
      const { workspaceId, suggestedName: appName } = question.facts
      const details = aboutAsker(question)
      note({ event, callId: question.id, workspaceId, appName, outcome: 'started', details })
    },
    allowed({ id, requestedAt }, { asked, name, toolkits, workspaceId, knownAppId }) {
      const durationMs = clock.now() - requestedAt
      const facts = { workspaceId, appName: name, appId: knownAppId ?? '', durationMs }
      const details = { ...asked, allowed: toolkits }
      note({ event, callId: id, ...facts, outcome: 'succeeded', reason: 'approved', details })
    },
    closed(question, outcome) {
      const { workspaceId, suggestedName: appName } = question.facts
      const facts = { workspaceId, appName, durationMs: clock.now() - question.requestedAt }
      const details = aboutAsker(question)
      try {
        note({ event, callId: question.id, ...facts, outcome, reason: outcome, details })
      } catch {
        // The line about the question stands, and nothing follows from it.
      }
    },
    joined({ pairingId: callId, asked, workspaceId }, app) {
      const details = { ...asked, allowed: [...app.toolkits] }
      const facts = { workspaceId, appId: app.id, appName: app.name, details }
      note({ event, callId, ...facts, outcome: 'succeeded', reason: 'joined' })
    },
  }
}

/** @returns what a program has said of itself, and where its answer goes: each of its lines shows all of it */
export function aboutAsker(question: AskedQuestion): Granted['asked'] {
  const { name, from, documentHost, redirect, wanted } = pairingForWindow(question, question.facts)
  return {
    calls_itself: name,
    from,
    ...(documentHost !== null && { document_host: documentHost }),
    ...(redirect !== null && { goes_on_to: redirect.name }),
    wanted,
  }
}

interface Leftover {
  readonly callId: string
  readonly workspaceId: string
  readonly appName: string
}

function leftoversOf(database: Database): readonly Leftover[] {
  const select = database.prepare<[string], Leftover>(
    'SELECT call_id AS callId, workspace_id AS workspaceId, app_name AS appName FROM audit' +
      " WHERE call_id GLOB 'pair_*' AND integration_id = ? GROUP BY call_id HAVING max(outcome <> 'started') = 0",
  )
  return select.all(OWN_ACTIVITY)
}
