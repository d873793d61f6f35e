import styles from './integration.module.css'

/** Permissions in the provider's own words. */
export function Scopes({ scopes }: { readonly scopes: readonly string[] }) {
  return (
    <ul className={styles['scopes']}>
      {scopes.map((scope) => (
        <li key={scope}>
          <code className={styles['chip']}>{scope}</code>
        </li>
      ))}
    </ul>
  )
}
