import { useState } from 'react'
import type { Grant } from '../../../preload/contract/grant.ts'
import { restoreGrant, revokeGrant } from '../../state/apps.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { conditionsWords, untilWords } from '../../text-rule-words.ts'
import { Button } from '../../ui/button.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { formatAgo, formatDate } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { RuleDialog } from '../rules/rule-dialog.tsx'
import styles from '../rules/rules.module.css'

const MINUTE_MS = 60_000

/** One remembered answer: who may do what, as whom, under which conditions, since when and until when. */
export function GrantRow({ grant }: { readonly grant: Grant }) {
  const [editing, setEditing] = useState(false)
  const revoke = (): void =>
    void attempt(
      () => revokeGrant(grant.id),
      text.ledger.revoked,
      () => restoreGrant(grant.id),
    )
  const { appName, accountName, tool, conditions } = grant
  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <p className={styles['who']}>
          <InertText lines="one">{text.ledger.line(appName, accountName)}</InertText>
        </p>
        <p className={styles['rule']}>
          <code>{tool}</code>{' '}
          <InertText lines="one">{conditionsWords(conditions) ?? text.ledger.any}</InertText>
        </p>
        <Facts grant={grant} />
      </div>
      <div className={styles['buttons']}>
        <Button
          size="small"
          tone="quiet"
          aria-label={text.ledger.editNamed(tool, appName)}
          onClick={() => setEditing(true)}
        >
          {text.ledger.edit}
        </Button>
        <Button size="small" aria-label={text.ledger.revokeNamed(tool, appName)} onClick={revoke}>
          {text.ledger.revoke}
        </Button>
      </div>
      {editing && <RuleDialog grant={grant} onClose={() => setEditing(false)} />}
    </div>
  )
}

function Facts({ grant }: { readonly grant: Grant }) {
  const now = useNow(MINUTE_MS)
  const { state, createdAt, lastUsedAt, timesUsed, usesLeft } = grant
  return (
    <div className={styles['facts']}>
      <time dateTime={createdAt}>{text.ledger.made(grant, formatDate(createdAt))}</time>
      <span>{text.ledger.used(timesUsed, lastUsedAt === null ? null : formatAgo(lastUsedAt, now))}</span>
      {state === 'active' ? (
        <>
          <span>{endOf(grant, now)}</span>
          <span>{text.ledger.left(usesLeft)}</span>
        </>
      ) : (
        <span data-ended>{text.ledger.ended[state]}</span>
      )}
    </div>
  )
}

function endOf({ expiresAt, scope }: Grant, now: number): string {
  if (expiresAt !== null) return text.ledger.ends(untilWords(expiresAt, now))
  return scope === 'session' ? text.ledger.scope.session : text.ledger.never
}
