import type { RequestInput, RequestOutput } from '../../preload/contract/requests.ts'
import type { App } from '../../preload/contract/shapes.ts'
import { request } from '../hub.ts'
import { createResource } from './resource.ts'

export const useApps = createResource(() => request('apps.list', {}))

/** Remembered answers. */
export const useGrants = createResource(() => request('grants.list', {}))

/** A token that was just made, with the address it is for: shown once, kept nowhere. */
export type NewToken = RequestOutput<'apps.add'>

/** @returns the app's token, which cannot be read again */
export async function addApp(name: string): Promise<NewToken> {
  const added = await request('apps.add', { name })
  await useApps.getState().load()
  return added
}

/** Makes a new token; the old one stops working at once. */
export async function renewToken(appId: string): Promise<NewToken> {
  return await request('apps.renewToken', { appId })
}

export async function updateApp(change: RequestInput<'apps.update'>): Promise<void> {
  replaceApp(await request('apps.update', change))
}

export async function setToolkit(change: RequestInput<'apps.setToolkit'>): Promise<void> {
  if (!change.enabled) await request('undo.rememberToolkit', change)
  replaceApp(await request('apps.setToolkit', change))
}

export async function removeApp(appId: string): Promise<void> {
  await request('apps.remove', { appId })
  await useApps.getState().load()
  useGrants.getState().refresh()
}

export async function revokeGrant(grantId: string): Promise<void> {
  await request('undo.rememberGrant', { grantId })
  await request('grants.revoke', { grantId })
  await useGrants.getState().load()
}

/** Puts back a remembered answer that was revoked a moment ago. */
export async function restoreGrant(grantId: string): Promise<void> {
  await request('undo.restoreGrant', { grantId })
  await useGrants.getState().load()
}

/** Lets an app use again what it was denied a moment ago. */
export async function restoreToolkit(place: RequestInput<'undo.restoreToolkit'>): Promise<void> {
  await request('undo.restoreToolkit', place)
  await useApps.getState().load()
}

function replaceApp(changed: App): void {
  useApps.setState(({ value }) => ({
    value: value?.map((app) => (app.id === changed.id ? changed : app)) ?? null,
  }))
}
