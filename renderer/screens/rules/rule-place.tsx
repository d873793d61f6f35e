import type { Grant, RuleTool } from '../../../preload/contract/grant.ts'
import { useApps } from '../../state/apps.ts'
import type { RuleDraft } from '../../state/rule-draft.ts'
import { useRuleTools } from '../../state/rules.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './rules.module.css'
import { ToolSearch } from './tool-search.tsx'

interface RulePlaceProps {
  readonly draft: RuleDraft
  /** A rule that exists stays with its app, account and tool. */
  readonly fixed?: Grant
  readonly onChange: (part: Partial<RuleDraft>) => void
}

/** Which app may use which tool with which account. */
export function RulePlace({ draft, fixed, onChange }: RulePlaceProps) {
  const apps = useApps(({ value }) => value) ?? []
  const tools = useRuleTools(draft.appId)
  if (fixed !== undefined) {
    return (
      <p>
        <InertText lines="one">{text.ledger.line(fixed.appName, fixed.accountName)}</InertText>{' '}
        <code>{fixed.tool}</code>
      </p>
    )
  }
  if (apps.length === 0) return <p>{text.rule.noApps}</p>
  const chooseApp = (appId: string): void => onChange({ appId, tool: null, connectionId: '', conditions: [] })
  const chooseTool = (tool: RuleTool): void =>
    onChange({
      appId: draft.appId,
      tool,
      connectionId: tool.accounts[0]?.connectionId ?? '',
      conditions: [],
    })
  const forget = (): void => onChange({ tool: null, connectionId: '', conditions: [] })
  return (
    <>
      <div className={styles['group']}>
        <span className={styles['label']}>{text.rule.app}</span>
        <SelectField
          label={text.rule.app}
          value={draft.appId}
          choices={apps.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={chooseApp}
        />
      </div>
      {draft.tool === null ? (
        <ToolSearch tools={tools} onChoose={chooseTool} />
      ) : (
        <ChosenTool tool={draft.tool} onChange={forget} />
      )}
      {draft.tool !== null && draft.tool.accounts.length > 0 && (
        <Field label={text.rule.account}>
          {() => (
            <SelectField
              label={text.rule.account}
              value={draft.connectionId}
              choices={
                draft.tool?.accounts.map(({ connectionId: value, name: label }) => ({ value, label })) ?? []
              }
              onChange={(connectionId) => onChange({ connectionId })}
            />
          )}
        </Field>
      )}
    </>
  )
}

function ChosenTool({ tool, onChange }: { readonly tool: RuleTool; readonly onChange: () => void }) {
  return (
    <div className={styles['group']}>
      <span className={styles['label']}>{text.rule.tool}</span>
      <div className={styles['chosen']}>
        <code>{tool.tool}</code>
        <Button size="small" onClick={onChange}>
          {text.rule.changeTool}
        </Button>
      </div>
    </div>
  )
}
