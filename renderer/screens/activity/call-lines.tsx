import type { ActivityLine } from '../../../preload/contract/activity.ts'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import { text } from '../../text.ts'
import { Status } from '../../ui/badge.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { formatClock } from '../../ui/time.ts'
import { TONES } from './call-summary.tsx'
import styles from './details.module.css'
import { outcomeOf } from './own-activity.ts'

const HASH_START = 12

interface CallLinesProps {
  readonly entry: ActivityEntry
  readonly lines: readonly ActivityLine[]
  readonly isCut: boolean
}

/** The lines of the log about one call, oldest first. */
export function CallLines({ entry, lines, isCut }: CallLinesProps) {
  return (
    <>
      <ol className={styles['lines']}>
        {lines.map((line) => (
          <li key={line.seq}>
            <Status tone={line.outcome === 'note' ? 'neutral' : TONES[line.outcome]}>
              {line.outcome === 'note' ? text.activity.note : outcomeOf({ ...entry, outcome: line.outcome })}
            </Status>
            <time dateTime={line.at}>{formatClock(line.at)}</time>
            {line.outcome === 'note' && (
              <p>
                <InertText>{`${line.reason} ${line.details === '{}' ? '' : line.details}`}</InertText>
              </p>
            )}
            <small title={line.hash}>{text.activity.lineOf(line.seq, line.hash.slice(0, HASH_START))}</small>
          </li>
        ))}
      </ol>
      {isCut && <p className={styles['soft']}>{text.activity.moreLines}</p>}
    </>
  )
}
