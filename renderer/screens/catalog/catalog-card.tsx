import type { CatalogEntry } from '../../../preload/contract/shapes.ts'
import { formatPlace } from '../../state/place.ts'
import { text } from '../../text.ts'
import { Status, type Tone } from '../../ui/badge.tsx'
import { MaskIcon } from '../../ui/mask-icon.tsx'
import styles from './catalog.module.css'

type Account = CatalogEntry['accounts'][number]

const TONES: Readonly<Record<Account['status'], Tone>> = { active: 'accent', expired: 'amber', error: 'red' }

/** One integration: what it is for, and who is connected. The whole card is the link. */
export function CatalogCard({ entry }: { readonly entry: CatalogEntry }) {
  return (
    <a className={styles['card']} href={formatPlace({ screen: 'integration', integrationId: entry.id })}>
      <MaskIcon file={entry.icon} />
      <div className={styles['words']}>
        <h3>{entry.name}</h3>
        <p>{entry.description}</p>
      </div>
      <div className={styles['foot']}>
        {entry.accounts.length > 0 && <Accounts accounts={entry.accounts} />}
        <span className={styles['count']}>{text.catalog.tools(entry.toolCount)}</span>
      </div>
    </a>
  )
}

/** The first account, or the one that needs a person. */
function Accounts({ accounts }: { readonly accounts: readonly Account[] }) {
  const shown = accounts.find(({ status }) => status !== 'active') ?? accounts[0]
  if (shown === undefined) return null
  const more = accounts.length - 1
  return (
    <Status tone={TONES[shown.status]}>
      {shown.status !== 'active' && `${text.catalog.status[shown.status]} · `}
      <bdi>{more === 0 ? shown.name : text.catalog.moreAccounts(shown.name, more)}</bdi>
    </Status>
  )
}
