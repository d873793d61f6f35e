import type { RequestInput, Route } from '../../preload/contract/requests.ts'
import type { VaultStatus } from '../../preload/contract/vault.ts'
import { request, type Problem } from '../hub.ts'
import { createResource } from './resource.ts'

/** Whether the keychain may be asked before it is needed: once the person has looked at the settings. */
let reach = false

export const useVault = createResource(() => request('vault.status', { reach }))

/** Asks again, also the keychain; the system may then ask the person. */
export async function lookAtVault(): Promise<void> {
  reach = true
  await useVault.getState().load()
}

type VaultChange = Exclude<Extract<Route, `vault.${string}`>, 'vault.status'>

/** Changes how the key is kept. What it answers is shown at once. */
export async function changeVault<R extends VaultChange>(route: R, input: RequestInput<R>): Promise<void> {
  await request(route, input)
  await useVault.getState().load()
}

/** Whether what is encrypted cannot be opened: something for the whole window to say. */
export function isShut(status: VaultStatus | null): status is VaultStatus {
  return status !== null && status.state !== 'ready' && !status.isEmpty
}

/** Whether the way out is in the settings. */
export function isOfVault(problem: Problem | null): boolean {
  return problem?.code === 'VAULT_LOCKED' || problem?.code === 'KEYCHAIN_UNAVAILABLE'
}
