import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Approval } from '../../preload/contract/shapes.ts'
import { decideLater } from '../state/approvals.ts'
import { text } from '../text.ts'
import { InertText } from '../ui/inert-text.tsx'
import { MaskIcon } from '../ui/mask-icon.tsx'
import styles from './approval.module.css'
import { QuestionLine } from './question-dialog.tsx'
import question from './question.module.css'
import type { Changed } from './use-changed-summary.ts'

interface ApprovalHeadProps {
  readonly approval: Approval
  /** The person’s own arguments, while they are being entered. */
  readonly changed: Changed
  readonly total: number
  /** Prefix of the ids that name and describe the dialog. */
  readonly id: string
  readonly canSetAside: boolean
  readonly onLapse: () => void
}

/** Who asks, for which account, and what would happen. A new one takes the focus on its heading. */
export function ApprovalHead({ approval, changed, total, id, canSetAside, onLapse }: ApprovalHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className={question['head']}>
      <QuestionLine
        total={total}
        expiresAt={approval.expiresAt}
        onLapse={onLapse}
        onLater={canSetAside ? decideLater : undefined}
      />
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
      <Summary approval={approval} changed={changed} id={id} />
    </header>
  )
}

/** What would happen: with the arguments in the form, while they are being changed. */
function Summary({ approval, changed, id }: Pick<ApprovalHeadProps, 'approval' | 'changed' | 'id'>) {
  const sentence = changed?.summary ?? approval.summary
  return (
    <div
      id={`${id}summary`}
      className={styles['summary']}
      data-pending={changed?.isPending}
      aria-live={changed === null ? 'off' : 'polite'}
      aria-busy={changed?.isPending}
    >
      <p>
        <InertText>{sentence}</InertText>
      </p>
      <code>{approval.tool}</code>
      {changed !== null && (
        <small>{changed.summary === null ? text.answers.changedUnsaid : text.answers.changed}</small>
      )}
    </div>
  )
}
