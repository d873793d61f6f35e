import { useEffect, useRef, useState } from 'react'
import type { ApprovalDetail } from '../../preload/contract/approval-detail.ts'
import type { Approval, Decision } from '../../preload/contract/shapes.ts'
import type { Problem } from '../hub.ts'
import { isSame, type Values } from '../schema-form/entered-value.ts'
import { focusFirstProblem } from '../schema-form/focus-first-problem.ts'
import { problemsFrom } from '../schema-form/problems-from.ts'
import { useValues } from '../schema-form/use-values.ts'
import { SchemaForm } from '../schema-form/schema-form.tsx'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNotice } from '../ui/notice.tsx'
import styles from './approval.module.css'
import question from './question.module.css'
import { DetailStep, StepFooter, StepTitle } from './step-parts.tsx'
import { useChangedSummary, type TellChanged } from './use-changed-summary.ts'

interface EditArgumentsProps {
  readonly approval: Approval
  readonly armed: boolean
  /** Why the last answer was not taken. */
  readonly failure: Problem | null
  readonly onChanged: TellChanged
  readonly onAnswer: (decision: Decision) => void
  readonly onBack: () => void
}

/** The arguments as a form: what stands in it is what runs. */
export function EditArguments(props: EditArgumentsProps) {
  return (
    <DetailStep approvalId={props.approval.id} onBack={props.onBack}>
      {(detail) => <EditForm {...props} detail={detail} />}
    </DetailStep>
  )
}

function EditForm(props: EditArgumentsProps & { readonly detail: ApprovalDetail }) {
  const { approval, detail, armed, failure, onChanged, onAnswer, onBack } = props
  const form = useRef<HTMLDivElement>(null)
  const { values, problems, isValid, check, setValues } = useValues(detail.schema, detail.arguments)
  const isChanged = !isSame(values, detail.arguments)
  useChangedSummary({ approvalId: approval.id, values, isChanged, isValid }, onChanged)
  const [refused, setRefused] = useState<Values | null>(null)
  const theirs = refused === values ? problemsFrom(failure) : []
  useEffect(() => {
    if (failure !== null) focusFirstProblem(form.current)
  }, [form, failure])
  const allow = (): void => {
    if (!check()) return focusFirstProblem(form.current)
    setRefused(values)
    onAnswer({ kind: 'allow_once', arguments: values })
  }
  return (
    <>
      <div className={question['body']} ref={form}>
        <div>
          <StepTitle>{text.answers.editTitle}</StepTitle>
          <p className={styles['none']}>{text.answers.editBody}</p>
        </div>
        {failure && theirs.length === 0 && <ProblemNotice problem={failure} />}
        <SchemaForm
          schema={detail.schema}
          values={values}
          asked={detail.arguments}
          problems={[...problems, ...theirs]}
          onChange={setValues}
        />
      </div>
      <StepFooter onBack={onBack}>
        <Button
          tone={approval.effect === 'destructive' ? 'danger' : 'primary'}
          disabled={!armed}
          onClick={allow}
        >
          {isChanged ? text.answers.allowEdited : text.approval.allowOnce}
        </Button>
      </StepFooter>
    </>
  )
}
