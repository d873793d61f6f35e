import { create } from 'zustand'
import type { RequestInput } from '../../preload/contract/requests.ts'
import type { IntegrationDetail, Policy } from '../../preload/contract/shapes.ts'
import { request, toProblem, type Problem } from '../hub.ts'
import { useCatalog } from './catalog.ts'

interface Integrations {
  readonly details: Readonly<Record<string, IntegrationDetail>>
  readonly problems: Readonly<Record<string, Problem | null>>
}

/** Details of the integrations opened so far, by id. */
export const useIntegrations = create<Integrations>(() => ({ details: {}, problems: {} }))

const latest = new Map<string, number>()

/** Reads one integration; of several answers under way only the latest counts. */
export async function loadIntegration(integrationId: string): Promise<void> {
  const mine = (latest.get(integrationId) ?? 0) + 1
  latest.set(integrationId, mine)
  const outcome = await request('integrations.get', { integrationId }).then(
    (detail) => ({ detail }),
    (thrown: unknown) => ({ problem: toProblem(thrown) }),
  )
  if (latest.get(integrationId) !== mine) return
  if ('detail' in outcome) setDetail(integrationId, outcome.detail)
  else setProblem(integrationId, outcome.problem)
}

/** Reads again what has been opened before. */
export function refreshIntegrations(): void {
  for (const id of latest.keys()) void loadIntegration(id)
}

/** Shows the new policy at once and goes back to the old one if it cannot be stored. */
export async function setPolicy(integrationId: string, tool: string, policy: Policy | null): Promise<void> {
  const before = useIntegrations.getState().details[integrationId]
  if (before !== undefined) setDetail(integrationId, withPolicy(before, tool, policy))
  try {
    await request('policies.set', { tool, policy })
  } finally {
    await loadIntegration(integrationId)
  }
}

export async function connectWithKey(input: RequestInput<'connections.connectWithKey'>): Promise<string> {
  const connection = await request('connections.connectWithKey', input)
  await reload(input.integrationId)
  return connection.accountName
}

/** @returns whether the provider confirmed that the credential no longer works */
export async function disconnect(integrationId: string, connectionId: string): Promise<boolean> {
  const { revoked } = await request('connections.disconnect', { connectionId })
  await reload(integrationId)
  return revoked
}

export async function saveClient(input: RequestInput<'oauthClients.save'>): Promise<void> {
  await request('oauthClients.save', input)
  await loadIntegration(input.integrationId)
}

export async function forgetClient(integrationId: string): Promise<void> {
  await request('oauthClients.forget', { integrationId })
  await loadIntegration(integrationId)
}

async function reload(integrationId: string): Promise<void> {
  useCatalog.getState().refresh()
  await loadIntegration(integrationId)
}

function setDetail(id: string, detail: IntegrationDetail): void {
  useIntegrations.setState(({ details, problems }) => ({
    details: { ...details, [id]: detail },
    problems: { ...problems, [id]: null },
  }))
}

function setProblem(id: string, problem: Problem): void {
  useIntegrations.setState(({ problems }) => ({ problems: { ...problems, [id]: problem } }))
}

function withPolicy(detail: IntegrationDetail, name: string, policy: Policy | null): IntegrationDetail {
  const tools = detail.tools.map((tool) =>
    tool.name === name ? { ...tool, policy: policy ?? tool.defaultPolicy } : tool,
  )
  return { ...detail, tools }
}
