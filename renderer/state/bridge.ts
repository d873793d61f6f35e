import { request } from '../hub.ts'
import { createResource } from './resource.ts'

export const useBridge = createResource(() => request('bridge.status', {}))
