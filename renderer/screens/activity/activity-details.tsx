import type { ActivityCall } from '../../state/activity-rows.ts'
import { text } from '../../text.ts'
import { InertBlock, InertText } from '../../ui/inert-text.tsx'
import { formatClock, formatDate } from '../../ui/time.ts'
import styles from './activity.module.css'

interface ActivityDetailsProps {
  readonly id: string
  readonly call: ActivityCall
}

/** Everything the log holds about one call. */
export function ActivityDetails({ id, call: { entry, started } }: ActivityDetailsProps) {
  const recorded = entry.details === '' ? (started?.details ?? '') : entry.details
  const facts = [
    [text.activity.reason, text.activity.reasons(entry.reason)],
    [text.activity.error, entry.errorCode ?? ''],
    [text.activity.app, entry.appName],
    [text.activity.account, entry.accountName],
    [text.activity.time, `${formatDate(entry.at)}, ${formatClock(entry.at)}`],
    [text.activity.call, entry.callId],
  ] as const
  return (
    <div id={id} className={styles['details']}>
      <dl>
        {facts
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
      <div>
        <p className={styles['label']}>{text.activity.arguments}</p>
        {recorded === '' ? (
          <p className={styles['soft']}>{text.activity.noArguments}</p>
        ) : (
          <InertBlock label={text.activity.arguments} value={indent(recorded)} />
        )}
      </div>
    </div>
  )
}

/** JSON over several lines; whatever else it is, as it is. */
function indent(recorded: string): string {
  try {
    return JSON.stringify(JSON.parse(recorded), null, 2)
  } catch {
    return recorded
  }
}
