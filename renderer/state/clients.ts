import { create } from 'zustand'
import type { Client, ClientPlan } from '../../preload/contract/clients.ts'
import { request, toProblem, type Problem } from '../hub.ts'
import { useApps } from './apps.ts'
import { createResource } from './resource.ts'

/** AI programs of this computer that can be set up from here. */
export const useClients = createResource(() => request('clients.list', {}))

interface Plan {
  /** `null` while it is worked out, and when it could not be. */
  readonly plan: ClientPlan | null
  readonly problem: Problem | null
}

const NOTHING: Plan = { plan: null, problem: null }

/** What adding would change; nothing is changed yet. */
export const usePlan = create<Plan>(() => NOTHING)

let latest = 0

/** Works out what adding a program would change; of several plans only the latest counts. */
export async function loadPlan(clientId: string): Promise<void> {
  const mine = ++latest
  usePlan.setState(NOTHING)
  const outcome = await request('clients.plan', { clientId }).then(
    (plan) => ({ plan }),
    (thrown: unknown) => ({ problem: toProblem(thrown) }),
  )
  if (mine === latest) usePlan.setState(outcome)
}

/** Does what the plan has shown. */
export async function addClient({ clientId, hash }: ClientPlan): Promise<void> {
  replaceClient(await request('clients.add', { clientId, planHash: hash }))
  await useApps.getState().load()
}

/** Puts the file back as it was and ends the app. */
export async function removeClient(clientId: string): Promise<void> {
  replaceClient(await request('clients.remove', { clientId }))
  await useApps.getState().load()
}

/** Those on this computer first, in the order of the list. */
export function foundFirst(clients: readonly Client[]): readonly Client[] {
  const rank = ({ found, installed }: Client): number => (found || installed !== 'no' ? 0 : 1)
  return clients.toSorted((one, other) => rank(one) - rank(other))
}

function replaceClient(changed: Client): void {
  useClients.setState(({ value }) => ({
    value: value?.map((client) => (client.id === changed.id ? changed : client)) ?? null,
  }))
}
