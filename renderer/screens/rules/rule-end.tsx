import { usesOf, type RuleDraft, type Until } from '../../state/rule-draft.ts'
import { text } from '../../text.ts'
import { TextField } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './rules.module.css'

const UNTILS: readonly Until[] = ['session', 'hour', 'day', 'week', 'month', 'date', 'never']

interface RuleEndProps {
  readonly draft: RuleDraft
  readonly onChange: (part: Partial<RuleDraft>) => void
}

/** How long a rule holds, and how often. */
export function RuleEnd({ draft, onChange }: RuleEndProps) {
  return (
    <div className={styles['pair']}>
      <div className={styles['group']}>
        <span className={styles['label']}>{text.rule.until}</span>
        <SelectField
          label={text.rule.until}
          value={draft.until}
          choices={UNTILS.map((value) => ({ value, label: text.rule.untils[value] }))}
          onChange={(until) => onChange({ until: until as Until })}
        />
        {draft.until === 'date' && (
          <TextField
            label={text.rule.date}
            type="datetime-local"
            value={draft.date}
            onChange={(event) => onChange({ date: event.target.value })}
          />
        )}
      </div>
      <TextField
        label={text.rule.uses}
        hint={text.rule.usesHint}
        error={usesOf(draft.uses) === undefined ? text.rule.usesRange : null}
        inputMode="numeric"
        maxLength={7}
        value={draft.uses}
        onChange={(event) => onChange({ uses: event.target.value })}
      />
    </div>
  )
}
