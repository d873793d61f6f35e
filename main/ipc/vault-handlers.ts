import { OWN_EVENTS } from '../../preload/contract/own-activity.ts'
import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type VaultRoute = Extract<keyof Handlers, `vault.${string}`>

export function vaultHandlers({
  vaultKeeper: keeper,
  activity,
  currentWorkspaceId,
}: HubParts): Pick<Handlers, VaultRoute> {
  return {
    'vault.status': ({ reach }) => keeper.status(reach),
    'vault.unlock': ({ passphrase }) => keeper.unlock(passphrase),
    'vault.lock': () => keeper.lock(),
    'vault.usePassphrase': ({ passphrase }) => keeper.usePassphrase(passphrase),
    'vault.useKeychain': () => keeper.useKeychain(),
    'vault.changePassphrase': ({ passphrase, newPassphrase }) =>
      keeper.changePassphrase(passphrase, newPassphrase),
    'vault.rotate': ({ passphrase }) => keeper.rotate(passphrase),
    'vault.restoreKey': ({ key, passphrase }) => keeper.restoreKey(key, passphrase),
    async 'vault.startOver'({ confirm }) {
      const status = await keeper.startOver(confirm)
      // With the key goes the mark of the log's end: the log says why.
      activity.note({
        event: OWN_EVENTS.startOver,
        workspaceId: currentWorkspaceId(),
        outcome: 'succeeded',
      })
      return status
    },
  }
}
