import { text } from '../../text.ts'
import { InertText } from '../../ui/inert-text.tsx'
import styles from './preview.module.css'

interface PreviewRow {
  readonly label: string
  /** A list shows each of its values apart. */
  readonly value: string | readonly string[] | undefined
  /** What an empty list means. */
  readonly none?: string
}

/** From here on a list says how long it is: it may scroll. */
const COUNTED = 5

/** The small facts around a text. All look alike, so that none is overlooked. */
export function PreviewRows({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const said = rows.filter(({ value, none }) => isSaid(value, none))
  if (said.length === 0) return null
  return (
    <dl className={styles['rows']}>
      {said.map(({ label, value, none }) => (
        <div key={label}>
          <dt>{isLong(value) ? text.approval.preview.count(label, value.length) : label}</dt>
          <dd>
            {typeof value === 'string' ? (
              <InertText lines="one">{value}</InertText>
            ) : (
              <Each values={value} none={none} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Each({
  values = [],
  none,
}: {
  readonly values: readonly string[] | undefined
  readonly none: string | undefined
}) {
  if (values.length === 0) return <span className={styles['none']}>{none}</span>
  return (
    <ul className={styles['each']}>
      {values.map((value, index) => (
        <li key={index}>
          <InertText lines="one">{value}</InertText>
        </li>
      ))}
    </ul>
  )
}

function isSaid(value: PreviewRow['value'], none: string | undefined): boolean {
  return value !== undefined && (value.length > 0 || none !== undefined)
}

function isLong(value: PreviewRow['value']): value is readonly string[] {
  return typeof value !== 'string' && value !== undefined && value.length > COUNTED
}
