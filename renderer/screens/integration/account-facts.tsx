import type { Connection, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { text } from '../../text.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { formatDate } from '../../ui/time.ts'
import styles from './integration.module.css'
import { Scopes } from './scopes.tsx'

const TONES: Readonly<Record<Connection['status'], Tone>> = {
  active: 'accent',
  expired: 'amber',
  error: 'red',
}

interface AccountFactsProps {
  readonly detail: IntegrationDetail
  readonly connection: Connection
}

/** Who, in what state, since when, with which permissions. */
export function AccountFacts({ detail, connection }: AccountFactsProps) {
  const browser = detail.auth.find((method) => method.type === 'oauth2')
  const scopes = connection.scopes.map(
    (scope) => browser?.scopes.find((known) => known.scope === scope) ?? { scope, short: scope, name: null },
  )

  return (
    <div className={styles['facts']}>
      <p className={styles['accountName']}>
        <InertText>{connection.accountName}</InertText>
        <Badge tone={TONES[connection.status]}>{text.integration.status[connection.status]}</Badge>
        {connection.isDefault && detail.connections.length > 1 && <Badge>{text.integration.default}</Badge>}
      </p>
      <p className={styles['faint']}>
        {Object.values(connection.site).length > 0 && `${Object.values(connection.site).join(', ')}, `}
        {text.integration.authType[connection.authType]},{' '}
        {text.integration.connectedOn(formatDate(connection.connectedAt))}
      </p>
      {connection.problem !== null && <p className={styles['problem']}>{connection.problem}</p>}
      {connection.missingScopes.length > 0 && (
        <p className={styles['problem']}>{text.integration.notAllowed(connection.missingScopes)}</p>
      )}
      {connection.scopes.length > 0 && (
        <details className={styles['permissions']}>
          <summary>{text.integration.permissions(connection.scopes.length)}</summary>
          <Scopes scopes={scopes} />
        </details>
      )}
    </div>
  )
}
