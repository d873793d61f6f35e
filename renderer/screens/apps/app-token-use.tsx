import type { App } from '../../../preload/contract/shapes.ts'
import type { AppTokenUse as Used, TokenCounts } from '../../../preload/contract/token-use.ts'
import { sumOf, totalsOf, useTokenUse, type Span } from '../../state/token-use.ts'
import { text } from '../../text.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { formatNumber } from '../../ui/number.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './token-use.module.css'

const SPANS: readonly Span[] = ['today', 'week', 'month']
const KINDS: readonly (keyof TokenCounts)[] = ['listed', 'results', 'arguments']

const words = text.apps.tokenUse

/** How many tokens have gone between Gatehouse and the app's model, and what they were. */
export function AppTokenUse({ app }: { readonly app: App }) {
  const { value, problem, load } = useTokenUse()
  const used = value?.find(({ appId }) => appId === app.id)
  return (
    <div className={styles['use']}>
      <p className={styles['legend']}>{words.title}</p>
      {value === null && problem === null && <Skeleton rows={1} />}
      {value === null && problem && <ProblemNotice problem={problem} onRetry={() => void load()} />}
      {value && <p>{used === undefined ? words.none : lineOf(used)}</p>}
      {used && (
        <details className={styles['details']}>
          <summary>{words.details}</summary>
          <UseTable used={used} />
        </details>
      )}
      <p className={styles['faint']}>{words.means}</p>
    </div>
  )
}

function lineOf(used: Used): string {
  const { today, week, month } = totalsOf([used])
  return words.line(today, week, month)
}

function UseTable({ used }: { readonly used: Used }) {
  return (
    <table className={styles['table']} aria-label={words.title}>
      <thead>
        <tr>
          <td />
          {SPANS.map((span) => (
            <th key={span} scope="col">
              {words.spans[span]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => (
          <UseRow key={kind} label={words.kinds[kind]} used={used} count={(counts) => counts[kind]} />
        ))}
      </tbody>
      <tfoot>
        <UseRow label={words.total} used={used} count={sumOf} />
      </tfoot>
    </table>
  )
}

interface UseRowProps {
  readonly label: string
  readonly used: Used
  readonly count: (counts: TokenCounts) => number
}

function UseRow({ label, used, count }: UseRowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {SPANS.map((span) => (
        <td key={span}>{formatNumber(count(used[span]))}</td>
      ))}
    </tr>
  )
}

/** Beside an app's name: what it has used today, once it has. */
export function TokensToday({ app }: { readonly app: App }) {
  const used = useTokenUse(({ value }) => value?.find(({ appId }) => appId === app.id))
  const today = used === undefined ? 0 : sumOf(used.today)
  return today === 0 ? null : <> · {words.today(today)}</>
}

/** All apps of the workspace together; one app says it itself. */
export function AllTokenUse() {
  const used = useTokenUse(({ value }) => value)
  if (used === null || used.length < 2) return null
  const { today, week, month } = totalsOf(used)
  return <p className={styles['all']}>{words.all(today, week, month)}</p>
}
