import type { AuthMethod } from '../../../preload/contract/shapes.ts'
import styles from './integration.module.css'

type Scope = Extract<AuthMethod, { type: 'oauth2' }>['scopes'][number]

/** Permissions: what they let apps do, and what the provider calls them. */
export function Scopes({ scopes }: { readonly scopes: readonly Scope[] }) {
  return (
    <ul className={styles['scopes']}>
      {scopes.map(({ scope, short, name }) => (
        <li key={scope}>
          {name !== null && <span>{name} </span>}
          <code className={styles['chip']} title={scope}>
            {short}
          </code>
        </li>
      ))}
    </ul>
  )
}
