import type { VaultStatus } from '../preload/contract/vault.ts'
import { words } from './words.ts'

const { settings } = words

/** Words of the settings, and of what the shell says about the vault. */
export const settingsText = {
  ...settings,
  stateOf: ({ state, where, isEmpty }: VaultStatus): string => {
    if (state === 'no_keychain' && !isEmpty) return settings.unreachable
    if (state !== 'ready') return settings.notOpen[state]
    return isEmpty ? settings.nothing : settings.protectedBy[where]
  },
}
