import { useId } from 'react'
import styles from './segments.module.css'

interface Segment<V extends string> {
  readonly value: V
  readonly label: string
  /** Said after the label to screen readers and shown as a tooltip. */
  readonly note?: string | undefined
  readonly tone?: 'accent' | 'amber' | 'red'
  readonly marked?: boolean
}

interface SegmentsProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly segments: readonly Segment<V>[]
  readonly onChange: (value: V) => void
}

/** A choice of one among few, all in sight: a group of radio buttons in one bar. */
export function Segments<V extends string>({ label, value, segments, onChange }: SegmentsProps<V>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={styles['bar']}>
      {segments.map((segment) => (
        <label key={segment.value} data-tone={segment.tone} title={segment.note}>
          <input
            type="radio"
            name={name}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.label}</span>
          {segment.marked === true && <i className={styles['mark']} aria-hidden />}
          {segment.note !== undefined && <span className="visually-hidden">. {segment.note}</span>}
        </label>
      ))}
    </div>
  )
}
