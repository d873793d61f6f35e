import { useId } from 'react'
import { text } from '../../text.ts'
import { InertText } from '../../ui/inert-text.tsx'
import { formatNumber } from '../../ui/number.ts'
import styles from './chart.module.css'

interface BarTableProps {
  readonly title: string
  /** Longest first. */
  readonly rows: readonly { readonly id: string; readonly name: string; readonly calls: number }[]
}

/** Numbers with a bar each: a table, so that it can be read without seeing the bars. */
export function BarTable({ title, rows }: BarTableProps) {
  const id = useId()
  const most = Math.max(1, ...rows.map(({ calls }) => calls))
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className={styles['bars']} aria-labelledby={id}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{text.activity.chart.calls}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id: row, name, calls }) => (
            <tr key={row}>
              <th scope="row" title={name}>
                <InertText lines="one">{name}</InertText>
              </th>
              <td>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
                  <rect width={(100 * calls) / most} height="10" />
                </svg>
                <span>{formatNumber(calls)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
