import type { Workspace } from '../../preload/contract/workspace.ts'
import { request } from '../hub.ts'
import { createResource } from './resource.ts'

export const useWorkspaces = createResource(() => request('workspaces.list', {}))

/** Makes a workspace and shows it. */
export async function createWorkspace(name: string): Promise<Workspace> {
  return await request('workspaces.create', { name })
}

export async function renameWorkspace(workspaceId: string, name: string): Promise<Workspace> {
  return await request('workspaces.rename', { workspaceId, name })
}

export async function showWorkspace(workspaceId: string): Promise<Workspace> {
  return await request('workspaces.show', { workspaceId })
}

/** @returns how many accounts their providers did not confirm as ended */
export async function removeWorkspace(workspaceId: string): Promise<number> {
  const { unconfirmed } = await request('workspaces.remove', { workspaceId })
  return unconfirmed
}
