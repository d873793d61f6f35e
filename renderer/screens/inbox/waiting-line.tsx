import type { Approval } from '../../../preload/contract/shapes.ts'
import { Countdown } from '../../approvals/countdown.tsx'
import { decideOn } from '../../state/approvals.ts'
import { text } from '../../text.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { MaskIcon } from '../../ui/mask-icon.tsx'
import styles from './inbox.module.css'

/** One open question, and the way to its answer. */
export function WaitingLine({ approval }: { readonly approval: Approval }) {
  const { id, appName, workspaceName, accountName, integrationName, summary, effect, icon } = approval
  const asker = text.inbox.askedBy(appName)
  return (
    <div className={styles['waiting']}>
      <MaskIcon file={icon} />
      <div className={styles['words']}>
        <p className={styles['summary']}>
          <InertText>{summary}</InertText>
        </p>
        <p className={styles['faint']}>
          <InertText>
            {workspaceName === null ? asker : text.inbox.inWorkspace(asker, workspaceName)}
          </InertText>
          {' · '}
          <InertText>{accountName === '' ? integrationName : accountName}</InertText>
        </p>
      </div>
      {effect === 'destructive' && <Badge tone="red">{text.integration.effect.destructive}</Badge>}
      <Countdown expiresAt={approval.expiresAt} onLapse={() => undefined} />
      <Button
        size="small"
        tone="primary"
        aria-label={text.inbox.answerNamed(appName, summary)}
        onClick={() => decideOn(id)}
      >
        {text.inbox.answer}
      </Button>
    </div>
  )
}
