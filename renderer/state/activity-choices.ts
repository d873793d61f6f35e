import { request } from '../hub.ts'
import { createResource } from './resource.ts'

/** What calls can be filtered by. */
export const useActivityChoices = createResource(() => request('activity.choices', {}))
