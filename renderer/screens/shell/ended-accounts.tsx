import { useEffect } from 'react'
import type { EndedConnection } from '../../../preload/contract/shapes.ts'
import { useEnded } from '../../state/ended.ts'
import { goTo, useNavigation } from '../../state/navigation.ts'
import { beginSignIn } from '../../state/sign-ins.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './ended-accounts.module.css'

const MOST_SHOWN = 3

/** One notice per account that has to be reconnected; those that calls wait for come first. */
export function EndedAccounts() {
  const { value, load } = useEnded()
  const place = useNavigation(({ place }) => place)
  useEffect(() => void load(), [load])
  // Its own page says it at the account.
  const shownId = place.screen === 'integration' ? place.integrationId : undefined
  const ended = (value ?? [])
    .filter(({ integrationId }) => integrationId !== shownId)
    .toSorted((a, b) => b.waitingCalls - a.waitingCalls)
  if (ended.length === 0) return null
  return (
    <div className={styles['ended']} role="status">
      {ended.slice(0, MOST_SHOWN).map((account) => (
        <EndedAccount key={account.connectionId} account={account} />
      ))}
      {ended.length > MOST_SHOWN && (
        <p className={styles['more']}>{text.ended.more(ended.length - MOST_SHOWN)}</p>
      )}
    </div>
  )
}

function EndedAccount({ account }: { readonly account: EndedConnection }) {
  const { integrationId, integrationName, accountName, connectionId, authType, waitingCalls, problem } =
    account
  const reconnect = (): void => {
    goTo({ screen: 'integration', integrationId })
    // A key is pasted into the account's own form, which is on that page.
    if (authType === 'oauth2') void attempt(() => beginSignIn({ integrationId, connectionId }))
  }
  return (
    <Notice
      tone="amber"
      title={text.ended.title(integrationName)}
      action={
        <Button tone="primary" aria-label={text.integration.reconnectNamed(accountName)} onClick={reconnect}>
          {text.integration.reconnect}
        </Button>
      }
    >
      <p>
        <InertText>{accountName}</InertText>: {problem} {waitingCalls > 0 && text.ended.waiting(waitingCalls)}
      </p>
    </Notice>
  )
}
