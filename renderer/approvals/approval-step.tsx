import type { Approval, Decision } from '../../preload/contract/shapes.ts'
import { decide, decideMany, forgetFailure, useApprovals } from '../state/approvals.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { AlikeCalls } from './alike-calls.tsx'
import { alikeOf } from './alike.ts'
import { AnswerFailure } from './answer-failure.tsx'
import { ApprovalAnswers } from './approval-answers.tsx'
import { ApprovalFields } from './approval-fields.tsx'
import styles from './question.module.css'
import { EditArguments } from './edit-arguments.tsx'
import { LastingAnswer } from './lasting-answer.tsx'
import { ApprovalPreview } from './preview/approval-preview.tsx'
import { useArmed } from './use-armed.ts'
import type { TellChanged } from './use-changed-summary.ts'
import { useStep, type Step } from './use-step.ts'

interface ApprovalStepProps {
  readonly approval: Approval
  /** Its time is up. */
  readonly lapsed: boolean
  readonly onChanged: TellChanged
}

/**
 * What is between the head of a question and its answer: the question itself, its arguments as a form, the terms of a
 * lasting answer, or the list of calls like it. Each step arms its answers anew.
 */
export function ApprovalStep({ approval, lapsed, onChanged }: ApprovalStepProps) {
  const [step, setStep] = useStep(approval.id)
  const { deciding, failure, queue } = useApprovals()
  const alike = alikeOf(queue, approval)
  const calls = step.kind === 'alike' ? alike.filter(({ id }) => step.ids.includes(id)) : []
  const isArmed = useArmed([approval.id, step.kind, ...calls.map(({ id }) => id)].join(' '))
  const armed = isArmed && !deciding && !lapsed
  const go = (next: Step): void => {
    forgetFailure()
    setStep(next)
  }
  const answer = (decision: Decision): void => void decide(approval.id, decision)
  const back = (): void => go({ kind: 'ask' })
  const listAlike = (): void => go({ kind: 'alike', ids: alike.map(({ id }) => id) })
  const shared = { approval, armed, onAnswer: answer, onBack: back }
  if (step.kind === 'edit') {
    return <EditArguments key={approval.id} {...shared} failure={failure} onChanged={onChanged} />
  }
  if (step.kind === 'lasting') return <LastingAnswer key={approval.id} {...shared} />
  if (step.kind === 'alike' && calls.length > 1) {
    return (
      <AlikeCalls
        calls={calls}
        more={alike.length - calls.length}
        armed={armed}
        onAdd={listAlike}
        onBack={back}
        onAnswer={(decision) => void decideMany({ approvalIds: calls.map(({ id }) => id), decision })}
      />
    )
  }
  return (
    <>
      <Question key={`body ${approval.id}`} approval={approval} alike={alike.length} onAlike={listAlike} />
      <ApprovalAnswers
        key={`answers ${approval.id}`}
        armed={armed}
        destructive={approval.effect === 'destructive'}
        remembered={approval.isRemembered}
        editable={approval.isEditable}
        onAnswer={answer}
        onStep={(kind) => go({ kind })}
      />
    </>
  )
}

interface QuestionProps {
  readonly approval: Approval
  /** How many calls of the kind wait, this one included. */
  readonly alike: number
  readonly onAlike: () => void
}

function Question({ approval, alike, onAlike }: QuestionProps) {
  return (
    <ScrollArea className={styles['body']}>
      <AnswerFailure />
      {alike > 1 && (
        <Notice
          title={text.answers.alike(alike)}
          action={
            <Button size="small" onClick={onAlike}>
              {text.answers.showAlike(alike)}
            </Button>
          }
        />
      )}
      {approval.preview && <ApprovalPreview preview={approval.preview} />}
      <ApprovalFields fields={approval.fields} preview={approval.preview} />
    </ScrollArea>
  )
}
