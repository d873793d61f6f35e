import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Approval } from '../../preload/contract/shapes.ts'
import { decideLater } from '../state/approvals.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { InertText } from '../ui/inert-text.tsx'
import { MaskIcon } from '../ui/mask-icon.tsx'
import styles from './approval.module.css'
import { Countdown } from './countdown.tsx'

interface ApprovalHeadProps {
  readonly approval: Approval
  readonly total: number
  /** Prefix of the ids that name and describe the dialog. */
  readonly id: string
  readonly canSetAside: boolean
  readonly onLapse: () => void
}

/** Who asks, for which account, and what would happen. A new one takes the focus on its heading. */
export function ApprovalHead({ approval, total, id, canSetAside, onLapse }: ApprovalHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className={styles['head']}>
      <div className={styles['line']}>
        <span data-testid="approval-position">{total > 1 && text.approval.position(1, total)}</span>
        <Countdown key={approval.id} expiresAt={approval.expiresAt} onLapse={onLapse} />
        {canSetAside && (
          <Button tone="quiet" size="small" onClick={decideLater}>
            {text.approval.later}
          </Button>
        )}
      </div>
      {approval.effect === 'destructive' && (
        <p className={styles['destructive']} id={`${id}effect`}>
          <TriangleAlert size={15} aria-hidden />
          {text.approval.destructive}
        </p>
      )}
      <div className={styles['who']}>
        <MaskIcon file={approval.icon} />
        <div>
          <h2 ref={heading} id={`${id}title`} tabIndex={-1}>
            <InertText>{text.approval.title(approval.appName)}</InertText>
          </h2>
          <p className={styles['account']}>
            <InertText>{approval.integrationName}</InertText>
            {approval.accountName !== '' && (
              <>
                {' '}
                {text.approval.as} <InertText>{approval.accountName}</InertText>
              </>
            )}
            {approval.workspaceName !== null && (
              <>
                {' · '}
                <InertText>{approval.workspaceName}</InertText>
              </>
            )}
          </p>
        </div>
      </div>
      <div id={`${id}summary`} className={styles['summary']}>
        <p>
          <InertText>{approval.summary}</InertText>
        </p>
        <code>{approval.tool}</code>
      </div>
    </header>
  )
}
