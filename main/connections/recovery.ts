import type { Integration } from '../../registry/define.ts'
import { integrationOf } from './connection-rows.ts'
import { disconnect, type DisconnectDependencies } from './disconnect.ts'
import type { RefreshNotes } from './refresh-notes.ts'

interface RecoveryDependencies extends DisconnectDependencies {
  readonly notes: RefreshNotes
  readonly integrations: readonly Integration[]
  /** Told when an account is gone. */
  readonly onChange: () => void
}

/**
 * Ends what a stop has left in its middle. A refresh whose answer was lost is repeated at once, not at the next call:
 * providers that give their answer again do so for a short time. A disconnect goes on where it was.
 *
 * @returns what to run after the start; it never throws
 */
export function createRecovery(dependencies: RecoveryDependencies): () => Promise<void> {
  const { rows, access, notes, disconnections, integrations, onChange } = dependencies
  const withIntegration = (connectionId: string) => {
    const row = rows.get(connectionId)
    return row && { row, integration: integrations.find(({ id }) => id === row.integrationId) }
  }
  const endDisconnect = async (connectionId: string): Promise<void> => {
    const found = withIntegration(connectionId)
    if (found === undefined) return
    await disconnect(dependencies, found.integration, found.row)
    onChange()
  }
  const endRefresh = async (connectionId: string): Promise<void> => {
    const { row, integration } = withIntegration(connectionId) ?? {}
    if (row === undefined || integration === undefined) return
    await access.source(integrationOf(integration, row), row).current()
  }
  return async () => {
    const ending = disconnections.list()
    const open = notes.list().filter((connectionId) => !ending.includes(connectionId))
    // What fails stays noted: the next call, or the next start, tries again.
    await Promise.allSettled([...open.map(endRefresh), ...ending.map(endDisconnect)])
  }
}
