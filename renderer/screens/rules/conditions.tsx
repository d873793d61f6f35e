import { Plus } from 'lucide-react'
import type { RuleTool } from '../../../preload/contract/grant.ts'
import { newCondition, type ConditionDraft, type RuleDraft } from '../../state/rule-draft.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ConditionFields } from './condition-fields.tsx'
import styles from './rules.module.css'

const MOST_CONDITIONS = 10

interface ConditionsProps {
  readonly tool: RuleTool
  readonly draft: RuleDraft
  readonly onChange: (part: Partial<RuleDraft>) => void
}

/** What the arguments of a call have to be, and what may be anything. */
export function Conditions({ tool, draft, onChange }: ConditionsProps) {
  const { conditions } = draft
  const comparable = tool.arguments.filter(({ kind }) => kind !== 'other')
  const next = comparable.find(({ path }) => conditions.every((one) => one.path !== path)) ?? comparable[0]
  const set = (list: readonly ConditionDraft[]): void => onChange({ conditions: list })
  return (
    <div className={styles['group']} role="group" aria-label={text.rule.conditions}>
      <span className={styles['label']}>{text.rule.conditions}</span>
      {conditions.map((condition) => (
        <ConditionFields
          key={condition.key}
          condition={condition}
          choices={comparable}
          onChange={(changed) => set(conditions.map((one) => (one.key === changed.key ? changed : one)))}
          onRemove={() => set(conditions.filter(({ key }) => key !== condition.key))}
        />
      ))}
      <Reach tool={tool} conditions={conditions} />
      {next !== undefined && conditions.length < MOST_CONDITIONS && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onClick={() => set([...conditions, newCondition(next.path, next.kind)])}
          >
            {text.rule.addCondition}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What a rule leaves open is easily overlooked: blind copies, for one. */
function Reach({ tool, conditions }: { readonly tool: RuleTool } & Pick<RuleDraft, 'conditions'>) {
  if (conditions.length === 0) {
    return tool.effect === 'destructive' ? (
      <Notice tone="amber">{text.rule.anythingDestructive}</Notice>
    ) : (
      <p className={styles['faint']}>{text.rule.anything}</p>
    )
  }
  const open = tool.arguments
    .map(({ path }) => path)
    .filter((path) => !conditions.some((one) => one.path === path))
  return open.length === 0 ? null : <p className={styles['faint']}>{text.rule.others(open)}</p>
}
