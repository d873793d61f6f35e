import { useEffect } from 'react'
import type { Client, ClientPlan } from '../../../../preload/contract/clients.ts'
import { addClient, loadPlan, usePlan } from '../../../state/clients.ts'
import { useAction } from '../../../state/use-action.ts'
import { text } from '../../../text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { DiffView } from './diff-view.tsx'
import { PathLine } from './path-line.tsx'

interface PlanDialogProps {
  readonly client: Client
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** Shows what would be written, and writes it when the person says so. */
export function PlanDialog({ client, onUndo, onClose }: PlanDialogProps) {
  const { plan, problem } = usePlan()
  useEffect(() => void loadPlan(client.id), [client.id])
  const add = useAction(addClient)
  const isUpdate = client.installed === 'stale'
  const confirm = isUpdate ? text.clients.update : text.clients.add
  const failed = add.problem ?? problem
  return (
    <Dialog
      title={isUpdate ? text.clients.updateTitle(client.name) : text.clients.addTitle(client.name)}
      size="large"
      onDismiss={onClose}
      footer={
        <>
          {isUpdate && (
            <Button tone="danger-quiet" onClick={onUndo}>
              {text.clients.undo}
            </Button>
          )}
          <Button onClick={onClose}>{text.ui.cancel}</Button>
          {failed ? (
            <Button
              tone="primary"
              onClick={() => {
                add.forget()
                void loadPlan(client.id)
              }}
            >
              {text.ui.tryAgain}
            </Button>
          ) : (
            <Button
              tone="primary"
              busy={add.busy}
              disabled={plan === null}
              onClick={() => plan && void add.run(plan)}
            >
              {confirm}
            </Button>
          )}
        </>
      }
    >
      {failed && (
        <>
          <Notice tone="red" title={failed.message} role="alert" />
          <PathLine label={text.clients.file} path={client.configPath} />
        </>
      )}
      {isUpdate && !failed && <Notice tone="amber" title={text.clients.stale} />}
      {plan === null && !failed && <Skeleton rows={4} />}
      {plan && !failed && <Plan plan={plan} />}
    </Dialog>
  )
}

function Plan({ plan }: { readonly plan: ClientPlan }) {
  return (
    <>
      {plan.warnings.map((warning) => (
        <Notice key={warning} tone="amber" title={warning} />
      ))}
      <PathLine label={plan.isNewFile ? text.clients.newFile : text.clients.file} path={plan.configPath} />
      <DiffView lines={plan.lines} />
      <p>{text.clients.changeNote}</p>
      {plan.backupPath !== null && <PathLine label={text.clients.backup} path={plan.backupPath} />}
    </>
  )
}
