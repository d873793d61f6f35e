import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { ConnectionRows } from '../connections/connection-rows.ts'
import type { PreparedSignIn } from '../connections/sign-in-preparation.ts'
import type { Catalog } from '../tools/catalog.ts'
import { allChecks, wayBackChecks, type CheckDependencies } from './checks.ts'
import { reportOf } from './report.ts'
import { runCheck, type CheckedLine } from './run-check.ts'
import { subjectBefore, subjectOf } from './subject.ts'

interface DoctorDependencies extends CheckDependencies {
  readonly catalog: Pick<Catalog, 'integration'>
  readonly rows: Pick<ConnectionRows, 'get'>
}

/** What was found out, before it is put into words. */
interface Examination {
  readonly lines: readonly CheckedLine[]
  /** In English, for whoever helps. */
  readonly report: string
}

/** Finds out what stands between a person and a working account. */
export interface Doctor {
  /**
   * Looks at everything at once; each look ends in time.
   *
   * @throws HubError RESOURCE_NOT_FOUND
   */
  run(
    workspaceId: string,
    subject: { readonly integrationId: string; readonly connectionId?: string | undefined },
  ): Promise<Examination>
  /**
   * Whether the answer of a sign-in would find its way back. Vault and OAuth client are not looked at again: a sign-in
   * that is prepared has both.
   *
   * @throws HubError SIGN_IN_FAILED with what is in the way
   */
  beforeBrowser(signIn: Pick<PreparedSignIn, 'auth'>): Promise<void>
  /** Lets this app open the links of its scheme. @returns whether it does now */
  registerProtocol(): Promise<boolean>
}

export function createDoctor(dependencies: DoctorDependencies): Doctor {
  const { platform, catalog, rows } = dependencies
  return {
    async run(workspaceId, { integrationId, connectionId }) {
      const integration = catalog.integration(integrationId)
      const subject =
        connectionId === undefined
          ? subjectBefore(workspaceId, integration)
          : subjectOf(workspaceId, integration, rows, connectionId)
      const lines = await Promise.all(allChecks(dependencies, subject).map(runCheck))
      const { version, system, clock } = platform
      const facts = { version, system, now: clock.now(), integration, row: subject.row }
      return { lines, report: reportOf(facts, lines) }
    },
    async beforeBrowser({ auth }) {
      const lines = await Promise.all(wayBackChecks(dependencies, auth).map(runCheck))
      // What cannot be told stops nobody: the sign-in itself will show.
      const stop = lines.find(({ state, isLate }) => state === 'problem' && isLate !== true)
      if (stop === undefined) return
      throw new HubError('SIGN_IN_FAILED', sentences.signIn.checkShowsMore(stop.sentence))
    },
    registerProtocol: () => platform.protocolHandler.register(),
  }
}
