import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type VaultRoute = Extract<keyof Handlers, `vault.${string}`>

export function vaultHandlers({ vaultKeeper: keeper }: HubParts): Pick<Handlers, VaultRoute> {
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
    'vault.startOver': ({ confirm }) => keeper.startOver(confirm),
  }
}
