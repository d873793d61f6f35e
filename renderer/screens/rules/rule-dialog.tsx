import { useId, useState, type FormEvent } from 'react'
import type { Grant } from '../../../preload/contract/grant.ts'
import { useApps } from '../../state/apps.ts'
import { draftOfGrant, termsOf, type RuleDraft } from '../../state/rule-draft.ts'
import { addRule, updateRule, useRuleTools } from '../../state/rules.ts'
import { showToast } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/use-now.ts'
import { Conditions } from './conditions.tsx'
import { RuleEnd } from './rule-end.tsx'
import { RulePlace } from './rule-place.tsx'
import { RuleTrial } from './rule-trial.tsx'
import styles from './rules.module.css'

const SECOND_MS = 1_000

interface RuleDialogProps {
  /** The rule to be edited; without it a new one is made. */
  readonly grant?: Grant
  readonly onClose: () => void
}

/** The form of a rule: what may run without asking, when, and for how long. */
export function RuleDialog({ grant, onClose }: RuleDialogProps) {
  const formId = useId()
  const now = useNow(SECOND_MS)
  const { draft, change } = useDraft(grant)
  const action = useAction(() => save(draft, grant))
  const isComplete = draft.tool !== null && draft.connectionId !== '' && termsOf(draft, now) !== null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isComplete || action.busy || !(await action.run())) return
    showToast({ kind: 'success', title: text.rule.added })
    onClose()
  }
  return (
    <Dialog
      title={grant === undefined ? text.rule.addTitle : text.rule.editTitle}
      size="large"
      onDismiss={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text.ui.cancel}</Button>
          <Button type="submit" form={formId} tone="primary" busy={action.busy} disabled={!isComplete}>
            {text.rule.save}
          </Button>
        </>
      }
    >
      <p>{text.rule.lead}</p>
      <form id={formId} className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        <RulePlace draft={draft} {...(grant && { fixed: grant })} onChange={change} />
        {draft.tool !== null && <Conditions tool={draft.tool} draft={draft} onChange={change} />}
        {draft.tool !== null && <RuleTrial draft={draft} tool={draft.tool.tool} />}
        {draft.tool !== null && <RuleEnd draft={draft} onChange={change} />}
      </form>
      {action.problem && <ProblemNotice problem={action.problem} />}
    </Dialog>
  )
}

interface Drafting {
  readonly draft: RuleDraft
  readonly change: (part: Partial<RuleDraft>) => void
}

/** What is being written; the tool of a rule that is edited is looked up. */
function useDraft(grant: Grant | undefined): Drafting {
  const apps = useApps(({ value }) => value) ?? []
  const [draft, setDraft] = useState<RuleDraft>(() => (grant === undefined ? EMPTY : draftOfGrant(grant)))
  const appId = draft.appId === '' ? (apps[0]?.id ?? '') : draft.appId
  const known = useRuleTools(appId)?.find(({ tool }) => tool === grant?.tool)
  const edited = grant === undefined ? null : (known ?? toolOf(grant))
  return {
    draft: { ...draft, appId, tool: draft.tool ?? edited },
    change: (part) => setDraft((before) => ({ ...before, ...part })),
  }
}

const EMPTY: RuleDraft = {
  appId: '',
  tool: null,
  connectionId: '',
  conditions: [],
  until: 'week',
  date: '',
  uses: '',
}

/** A tool that the app may no longer use, as far as its rule knows it. */
function toolOf({ tool, integrationId, connectionId, accountName }: Grant): NonNullable<RuleDraft['tool']> {
  const accounts = [{ connectionId, name: accountName }]
  return { tool, integrationId, integrationName: integrationId, effect: 'write', arguments: [], accounts }
}

async function save(draft: RuleDraft, grant: Grant | undefined): Promise<void> {
  const terms = termsOf(draft, Date.now())
  if (terms === null || draft.tool === null) return
  if (grant !== undefined) return await updateRule({ grantId: grant.id, ...terms })
  const { appId, connectionId } = draft
  await addRule({ appId, connectionId, tool: draft.tool.tool, ...terms })
}
