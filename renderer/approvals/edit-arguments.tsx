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
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './approval.module.css'
import { useApprovalDetail } from './use-approval-detail.ts'

interface EditArgumentsProps {
  readonly approval: Approval
  readonly armed: boolean
  /** Why the last answer was not taken. */
  readonly failure: Problem | null
  readonly onAnswer: (decision: Decision) => void
  readonly onBack: () => void
}

/** The arguments as a form: what stands in it is what runs. */
export function EditArguments(props: EditArgumentsProps) {
  const { detail, problem, retry } = useApprovalDetail(props.approval.id)
  if (detail !== null) return <EditForm {...props} detail={detail} />
  return (
    <>
      <div className={styles['body']}>
        {problem ? <ProblemNotice problem={problem} onRetry={retry} /> : <Skeleton rows={4} />}
      </div>
      <footer className={styles['steps']}>
        <Button onClick={props.onBack}>{text.approval.back}</Button>
      </footer>
    </>
  )
}

function EditForm(props: EditArgumentsProps & { readonly detail: ApprovalDetail }) {
  const { approval, detail, armed, failure, onAnswer, onBack } = props
  const [form, heading] = [useRef<HTMLDivElement>(null), useRef<HTMLHeadingElement>(null)]
  const { values, problems, check, setValues } = useValues(detail.schema, detail.arguments)
  const [refused, setRefused] = useState<Values | null>(null)
  const theirs = refused === values ? problemsFrom(failure) : []
  useEffect(() => heading.current?.focus(), [heading])
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
      <div className={styles['body']} ref={form}>
        <div>
          <h3 ref={heading} tabIndex={-1} className={styles['step']}>
            {text.answers.editTitle}
          </h3>
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
      <footer className={styles['steps']}>
        <Button onClick={onBack}>{text.approval.back}</Button>
        <Button
          tone={approval.effect === 'destructive' ? 'danger' : 'primary'}
          disabled={!armed}
          onClick={allow}
        >
          {isSame(values, detail.arguments) ? text.approval.allowOnce : text.answers.allowEdited}
        </Button>
      </footer>
    </>
  )
}
