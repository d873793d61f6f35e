import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Connection, ToolEntry } from '../../../preload/contract/shapes.ts'
import type { ToolDetail } from '../../../preload/contract/try-it.ts'
import { request } from '../../hub.ts'
import { focusFirstProblem } from '../../schema-form/focus-first-problem.ts'
import { problemsFrom } from '../../schema-form/problems-from.ts'
import { SchemaForm } from '../../schema-form/schema-form.tsx'
import { useValues } from '../../schema-form/use-values.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TryAnswer } from './try-it-answer.tsx'
import styles from './try-it.module.css'
import { useTry } from './use-try.ts'

interface TryItProps {
  readonly tool: ToolEntry
  readonly connections: readonly Connection[]
  readonly onClose: () => void
}

/** Calls a tool by hand: a form for its arguments, the account, and the answer. */
export function TryIt(props: TryItProps) {
  const [detail, setDetail] = useState<ToolDetail | null>(null)
  const { run, problem } = useAction(async () =>
    setDetail(await request('tools.get', { tool: props.tool.name })),
  )
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once: the dialog shows one tool
  useEffect(() => void run(), [])
  if (detail !== null) return <TryForm {...props} detail={detail} />
  return (
    <Dialog
      title={text.tryIt.title(props.tool.name)}
      size="large"
      onDismiss={props.onClose}
      footer={<Button onClick={props.onClose}>{text.tryIt.close}</Button>}
    >
      {problem ? <ProblemNotice problem={problem} onRetry={() => void run()} /> : <Skeleton rows={4} />}
    </Dialog>
  )
}

function TryForm({ tool, connections, detail, onClose }: TryItProps & { readonly detail: ToolDetail }) {
  const body = useRef<HTMLDivElement>(null)
  const { values, problems, check, setValues } = useValues(detail.schema, {})
  const usual = connections.find(({ isDefault }) => isDefault) ?? connections[0]
  const [account, setAccount] = useState(usual?.id ?? '')
  const trying = useTry()
  const isDestructive = tool.effect === 'destructive'
  const start = async (): Promise<void> => {
    const isRun = check() && (await trying.run({ tool: tool.name, arguments: values, connectionId: account }))
    if (!isRun) focusFirstProblem(body.current)
  }
  const footer = (
    <>
      <Button onClick={onClose}>{text.tryIt.close}</Button>
      <Button
        tone={isDestructive ? 'danger' : 'primary'}
        busy={trying.busy}
        disabled={account === ''}
        onClick={() => void start()}
      >
        {text.tryIt.run}
      </Button>
    </>
  )
  return (
    <Dialog title={text.tryIt.title(tool.name)} size="large" onDismiss={onClose} footer={footer}>
      <div className={styles['try']} ref={body}>
        <p className={styles['soft']}>{detail.description}</p>
        <p className={styles['soft']}>{text.tryIt.body}</p>
        {isDestructive && <Destructive />}
        <Account connections={connections} account={account} onChange={setAccount} />
        <SchemaForm
          schema={detail.schema}
          values={values}
          asked={null}
          problems={[...problems, ...problemsFrom(trying.problem)]}
          onChange={(next) => {
            trying.forget()
            setValues(next)
          }}
        />
        <TryAnswer {...trying} />
      </div>
    </Dialog>
  )
}

function Destructive() {
  return (
    <p className={styles['destructive']}>
      <TriangleAlert size={15} aria-hidden />
      {text.tryIt.destructive}
    </p>
  )
}

interface AccountProps {
  readonly connections: readonly Connection[]
  readonly account: string
  readonly onChange: (account: string) => void
}

function Account({ connections, account, onChange }: AccountProps) {
  if (connections.length === 0) return <p role="alert">{text.tryIt.noAccount}</p>
  return (
    <div className={styles['account']}>
      <span aria-hidden>{text.tryIt.account}</span>
      <SelectField
        label={text.tryIt.account}
        value={account}
        choices={connections.map(({ id, accountName }) => ({ value: id, label: accountName }))}
        onChange={onChange}
      />
    </div>
  )
}
