import { request } from '../hub.ts'
import { createResource } from './resource.ts'

/** Accounts whose sign-in has ended, and how many calls wait for a new one. */
export const useEnded = createResource(() => request('connections.listEnded', {}))
