import { request } from '../hub.ts'
import { createResource } from './resource.ts'

/** How many calls there were in the last days. */
export const useActivityChart = createResource(() => request('activity.chart', { days: 30 }))
