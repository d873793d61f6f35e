import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type TokenUseRoute = Extract<keyof Handlers, `tokenUse.${string}`>

export function tokenUseHandlers({
  tokenUse,
  currentWorkspaceId,
}: Pick<HubParts, 'tokenUse' | 'currentWorkspaceId'>): Pick<Handlers, TokenUseRoute> {
  return { 'tokenUse.list': () => tokenUse.list(currentWorkspaceId()) }
}
