import type { Approval } from '../../../preload/contract/shapes.ts'
import { decideOn } from '../../state/approvals.ts'
import { text } from '../../text.ts'
import { Badge } from '../../ui/badge.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { QuestionLine } from './question-line.tsx'

/** An app's call that waits for its answer. */
export function WaitingLine({ approval }: { readonly approval: Approval }) {
  const { id, appName, workspaceName, accountName, integrationName, summary, effect, icon } = approval
  const asker = text.inbox.askedBy(appName)
  return (
    <QuestionLine
      icon={icon}
      asker={appName}
      sentence={summary}
      facts={
        <>
          <InertText>
            {workspaceName === null ? asker : text.inbox.inWorkspace(asker, workspaceName)}
          </InertText>
          {' · '}
          <InertText>{accountName === '' ? integrationName : accountName}</InertText>
        </>
      }
      badge={effect === 'destructive' && <Badge tone="red">{text.integration.effect.destructive}</Badge>}
      expiresAt={approval.expiresAt}
      onLapse={() => undefined}
      onAnswer={() => decideOn(id)}
    />
  )
}
