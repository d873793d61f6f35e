import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type ActivityRoute = Extract<keyof Handlers, `activity.${string}`>

export function activityHandlers({
  activity,
  platform,
  currentWorkspaceId,
}: Pick<HubParts, 'activity' | 'platform' | 'currentWorkspaceId'>): Pick<Handlers, ActivityRoute> {
  return {
    'activity.list': (input) => activity.list(currentWorkspaceId(), input),
    'activity.choices': () => activity.choices(currentWorkspaceId()),
    'activity.get': ({ callId }) => activity.get(currentWorkspaceId(), callId),
    'activity.copy'({ callId }) {
      platform.copyText(JSON.stringify(activity.get(currentWorkspaceId(), callId).lines, null, 2))
      return {}
    },
    'activity.chart': ({ days }) => activity.chart(currentWorkspaceId(), days),
    'activity.verify': () => activity.verify(),
    'activity.export': ({ format, filter }) => activity.export(currentWorkspaceId(), format, filter),
    'activity.cancel'({ job }) {
      activity.cancel(job)
      return {}
    },
  }
}
