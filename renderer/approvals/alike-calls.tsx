import type { ManyDecision } from '../../preload/contract/approval-detail.ts'
import type { Approval } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { InertBlock, InertText } from '../ui/inert-text.tsx'
import { Notice } from '../ui/notice.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { AnswerFailure } from './answer-failure.tsx'
import { mayAllowTogether, splitFields } from './alike.ts'
import approvalStyles from './approval.module.css'
import question from './question.module.css'
import { StepFooter, StepTitle } from './step-parts.tsx'
import styles from './steps.module.css'

interface AlikeCallsProps {
  readonly calls: readonly Approval[]
  /** How many more of the kind have come since the list was opened. */
  readonly more: number
  readonly armed: boolean
  readonly onAdd: () => void
  readonly onAnswer: (decision: ManyDecision['decision']) => void
  readonly onBack: () => void
}

/** Several calls of one kind: what each of them would do, all in sight, and one answer for exactly these. */
export function AlikeCalls({ calls, more, armed, onAdd, onAnswer, onBack }: AlikeCallsProps) {
  const words = text.answers
  const canAllow = mayAllowTogether(calls)
  return (
    <>
      <ScrollArea className={question['body']} data-testid="alike-calls">
        <StepTitle>{words.alikeTitle(calls.length)}</StepTitle>
        <AnswerFailure />
        {!canAllow && <Notice title={words.alikeOneByOne} />}
        {more > 0 && (
          <Notice
            role="status"
            title={words.alikeMore(more)}
            action={<Button onClick={onAdd}>{words.alikeAdd}</Button>}
          />
        )}
        <Calls calls={calls} />
      </ScrollArea>
      <StepFooter onBack={onBack}>
        <Button disabled={!armed} onClick={() => onAnswer({ kind: 'deny' })}>
          {words.alikeDeny(calls.length)}
        </Button>
        {canAllow && (
          <Button tone="primary" disabled={!armed} onClick={() => onAnswer({ kind: 'allow_once' })}>
            {words.alikeAllow(calls.length)}
          </Button>
        )}
      </StepFooter>
    </>
  )
}

function Calls({ calls }: { readonly calls: readonly Approval[] }) {
  const { shared, own } = splitFields(calls)
  const words = text.answers
  return (
    <>
      <section aria-label={words.alikeEach}>
        <h4 className={approvalStyles['caption']}>{words.alikeEach}</h4>
        <ol className={styles['alike']}>
          {calls.map(({ id, summary }, index) => (
            <li key={id} aria-label={words.alikeNumber(index + 1, calls.length)} data-testid="alike-call">
              <p>
                <InertText>{summary}</InertText>
              </p>
              <Fields fields={own.get(id) ?? []} />
            </li>
          ))}
        </ol>
      </section>
      {shared.length > 0 && (
        <section aria-label={words.alikeSame}>
          <h4 className={approvalStyles['caption']}>{words.alikeSame}</h4>
          <Fields fields={shared} />
        </section>
      )}
    </>
  )
}

function Fields({ fields }: Pick<Approval, 'fields'>) {
  return (
    <dl className={approvalStyles['fields']}>
      {fields.map(({ path, text: value }, index) => (
        <div key={index}>
          <dt>
            <InertText>{path}</InertText>
          </dt>
          <dd>
            <InertBlock label={path} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
