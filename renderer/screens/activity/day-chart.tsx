import { useId, useState } from 'react'
import type { OutcomeGroup } from '../../../preload/contract/activity.ts'
import type { RequestOutput } from '../../../preload/contract/requests.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/number.ts'
import { ScrollArea } from '../../ui/scroll-area.tsx'
import { formatDate } from '../../ui/time.ts'
import styles from './chart.module.css'
import { niceTop } from './nice-top.ts'

type Days = RequestOutput<'activity.chart'>['days']

/** From the bottom up. */
const GROUPS: readonly OutcomeGroup[] = ['done', 'failed', 'notRun', 'running']

/** Calls by day, stacked by how they ended; colours and patterns, or a table. */
export function DayChart({ days }: { readonly days: Days }) {
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  const words = text.activity.chart
  return (
    <section className={styles['wide']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{words.days}</h2>
        <span>{words.daysNote}</span>
        <Button size="small" tone="quiet" onClick={() => setAsTable(!asTable)}>
          {asTable ? words.asChart : words.asTable}
        </Button>
      </header>
      {asTable ? <DayTable days={days} labelledBy={id} /> : <DayBars days={days} labelledBy={id} />}
    </section>
  )
}

interface DayProps {
  readonly days: Days
  readonly labelledBy: string
}

const WIDTH = 900
const HEIGHT = 180
const GAP = 0.25

function DayBars({ days, labelledBy }: DayProps) {
  const patterns = useId()
  const top = niceTop(Math.max(...days.map(sum)))
  const step = WIDTH / days.length
  return (
    <>
      <div className={styles['plot']}>
        <span>{formatNumber(top)}</span>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-labelledby={labelledBy}
          preserveAspectRatio="none"
        >
          <Patterns id={patterns} />
          <line x1="0" x2={WIDTH} y1="0.5" y2="0.5" />
          <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
          <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
          {days.map((day, index) => (
            <DayBar
              key={day.day}
              day={day}
              x={step * (index + GAP / 2)}
              width={step * (1 - GAP)}
              top={top}
              fill={patterns}
            />
          ))}
        </svg>
        <span>{formatDate(`${days[0]?.day ?? ''}T12:00`)}</span>
        <span>{formatDate(`${days.at(-1)?.day ?? ''}T12:00`)}</span>
      </div>
      <Legend />
    </>
  )
}

interface DayBarProps {
  readonly day: Days[number]
  readonly x: number
  readonly width: number
  readonly top: number
  /** Id of the patterns. */
  readonly fill: string
}

function DayBar({ day, x, width, top, fill }: DayBarProps) {
  const parts = GROUPS.map((group, index) => {
    const below = GROUPS.slice(0, index).reduce((total, one) => total + (day.groups[one] ?? 0), 0)
    return { group, calls: day.groups[group] ?? 0, below }
  })
  const scale = (calls: number): number => (calls / top) * HEIGHT
  return (
    <g>
      <title>{text.activity.chart.ofDay(formatDate(`${day.day}T12:00`), sum(day))}</title>
      <rect x={x} width={width} y={0} height={HEIGHT} className={styles['hit']} />
      {parts
        .filter(({ calls }) => calls > 0)
        .map(({ group, calls, below }) => (
          <g key={group} data-group={group}>
            <rect x={x} width={width} y={HEIGHT - scale(below + calls)} height={scale(calls)} />
            <rect
              x={x}
              width={width}
              y={HEIGHT - scale(below + calls)}
              height={scale(calls)}
              fill={`url(#${fill}${group})`}
              className={styles['pattern']}
            />
          </g>
        ))}
    </g>
  )
}

/** Stripes and dots tell the groups apart where colours do not. */
function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}failed`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="2" height="6" />
      </pattern>
      <pattern id={`${id}notRun`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1.3" />
      </pattern>
      <pattern id={`${id}running`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="2" />
      </pattern>
    </defs>
  )
}

function Legend() {
  const id = useId()
  return (
    <ul className={styles['legend']}>
      {GROUPS.map((group) => (
        <li key={group}>
          <svg width="14" height="14" aria-hidden>
            <Patterns id={id} />
            <g data-group={group}>
              <rect width="14" height="14" />
              <rect width="14" height="14" fill={`url(#${id}${group})`} className={styles['pattern']} />
            </g>
          </svg>
          {text.activity.chart.groups[group]}
        </li>
      ))}
    </ul>
  )
}

function DayTable({ days, labelledBy }: DayProps) {
  const words = text.activity.chart
  return (
    <ScrollArea className={styles['scroll']}>
      <table aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {GROUPS.map((group) => (
              <th key={group} scope="col">
                {words.groups[group]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, groups }) => (
            <tr key={day}>
              <th scope="row">{formatDate(`${day}T12:00`)}</th>
              {GROUPS.map((group) => (
                <td key={group}>{formatNumber(groups[group] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

const sum = ({ groups }: Days[number]): number =>
  Object.values(groups).reduce((total, calls) => total + calls, 0)
