import type { ActivityLine } from '../../../preload/contract/activity.ts'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import { text } from '../../text.ts'
import { InertText } from '../../ui/inert-text.tsx'
import { formatClock, formatDate, formatDuration } from '../../ui/time.ts'
import styles from './details.module.css'
import { outcomeOf, ownEventOf } from './own-activity.ts'

interface CallFactsProps {
  readonly entry: ActivityEntry
  /** How it ended. */
  readonly last: ActivityLine | undefined
}

/** Who called what, why it ran or did not, and how it ended. */
export function CallFacts({ entry, last }: CallFactsProps) {
  return (
    <dl className={styles['facts']}>
      {factsOf(entry, last)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <InertText>{value}</InertText>
            </dd>
          </div>
        ))}
    </dl>
  )
}

function factsOf(
  entry: ActivityEntry,
  last: ActivityLine | undefined,
): readonly (readonly [name: string, value: string])[] {
  const words = text.activity
  const ownEvent = ownEventOf(entry)
  const { outcome, reason, errorCode, durationMs, at } = last ?? entry
  return [
    ownEvent === undefined ? [words.tool, entry.tool] : [words.event, ownEvent],
    [words.outcome, outcome === 'note' ? words.note : outcomeOf({ ...entry, outcome })],
    [words.reason, words.reasons(reason)],
    [words.error, errorCode ?? ''],
    [words.remedy, errorCode === null ? '' : words.remedies[errorCode]],
    [words.app, entry.appName],
    [words.account, entry.accountName],
    [words.time, `${formatDate(at)}, ${formatClock(at)}`],
    [words.duration, durationMs === null ? '' : formatDuration(durationMs)],
    [words.call, entry.callId],
  ]
}
