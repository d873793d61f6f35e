import { labelOf } from './text-labels.ts'
import { words } from './words.ts'

const { activity, labels } = words

export const activityText = {
  ...activity,
  outcomes: labels.outcomes,
  found: (n: number, isCapped: boolean) => (isCapped ? activity.foundCapped(n) : activity.found(n)),
  reasons: (reason: string) => labelOf(labels.reasons, reason),
  remedies: words.remedies,
}
