import { text } from '../../text.ts'
import { InertText } from '../../ui/inert-text.tsx'
import { eventTime, type Zone } from './event-time.ts'
import type { PreviewOf } from './preview-of.ts'
import { PreviewRows } from './preview-rows.tsx'
import { PreviewBody, PreviewTitle } from './preview-text.tsx'
import styles from './preview.module.css'

/** An event as a calendar shows it: its day on a leaf, its time where the person is. */
export function EventPreview(event: PreviewOf<'event'>) {
  const words = text.approval.preview
  const { leaf, when, zone } = eventTime(event, new Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <>
      <div className={styles['event']}>
        {leaf && (
          <div className={styles['leaf']} aria-hidden>
            <span>{leaf.month}</span>
            <strong>{leaf.day}</strong>
          </div>
        )}
        <div>
          <PreviewTitle label={words.title} value={event.title ?? event.sentence} none={words.noTitle} />
          {when && (
            <p>
              <InertText lines="one">{when}</InertText>
            </p>
          )}
          {zone && (
            <p className={styles['faint']}>
              <InertText lines="one">{zoneWords(zone)}</InertText>
            </p>
          )}
          {event.sentence !== undefined && <p className={styles['faint']}>{words.sentence}</p>}
        </div>
      </div>
      <PreviewRows
        rows={[
          { label: words.location, value: event.location },
          { label: words.guests, value: event.guests },
          { label: words.repeats, value: event.repeats },
          { label: words.calendar, value: event.calendar },
        ]}
      />
      {event.description !== undefined && (
        <div className={styles['text']}>
          <PreviewBody label={words.body} value={event.description} />
        </div>
      )}
    </>
  )
}

function zoneWords(zone: Zone): string {
  if (zone.kind === 'local') return text.approval.preview.yourTime(zone.name)
  return zone.kind === 'named' ? zone.name : text.approval.preview.calendarTime
}
