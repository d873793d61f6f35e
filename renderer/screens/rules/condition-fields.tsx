import { X } from 'lucide-react'
import type { RuleTool } from '../../../preload/contract/grant.ts'
import type { Operator } from '../../../preload/contract/rule.ts'
import { newCondition, operatorsOf, takesSeveral, type ConditionDraft } from '../../state/rule-draft.ts'
import { text } from '../../text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { toInertSegments } from '../../ui/inert-segments.ts'
import { InertText } from '../../ui/inert-text.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './rules.module.css'

type Argument = RuleTool['arguments'][number]

interface ConditionFieldsProps {
  readonly condition: ConditionDraft
  readonly choices: readonly Argument[]
  readonly onChange: (condition: ConditionDraft) => void
  readonly onRemove: () => void
}

/** One comparison: which argument, how, with what. */
export function ConditionFields({ condition, choices, onChange, onRemove }: ConditionFieldsProps) {
  const { path, kind, operator } = condition
  // A stored condition may name what the schema no longer lists.
  const paths = [...new Set([path, ...choices.map((choice) => choice.path)])]
  const choosePath = (next: string): void => {
    const chosen = choices.find((choice) => choice.path === next)
    if (chosen !== undefined) onChange({ ...newCondition(next, chosen.kind), key: condition.key })
  }
  return (
    <div className={styles['condition']}>
      <SelectField
        label={text.rule.path}
        value={path}
        choices={paths.map((value) => ({ value, label: value }))}
        onChange={choosePath}
      />
      <SelectField
        label={text.rule.operator}
        value={operator}
        choices={operatorsOf(kind).map((value) => ({ value, label: text.rule.operators[value] }))}
        onChange={(next) => onChange({ ...condition, operator: next as Operator })}
      />
      <IconButton label={text.rule.removeCondition(path)} icon={X} onClick={onRemove} />
      <div className={styles['value']}>
        <ConditionValue
          condition={condition}
          known={choices.find((choice) => choice.path === path)?.choices ?? []}
          onChange={(value) => onChange({ ...condition, value })}
        />
        <Hidden value={condition.value} />
        <ValueHint operator={operator} />
      </div>
    </div>
  )
}

interface ConditionValueProps {
  readonly condition: ConditionDraft
  /** The values that the argument may have, where there are only a few. */
  readonly known: readonly string[]
  readonly onChange: (value: string) => void
}

function ConditionValue({ condition: { kind, operator, value }, known, onChange }: ConditionValueProps) {
  if (kind === 'boolean') {
    const choices = [
      { value: 'true', label: text.rule.yes },
      { value: 'false', label: text.rule.no },
    ]
    return <SelectField label={text.rule.value} value={value} choices={choices} onChange={onChange} />
  }
  if (takesSeveral(operator)) {
    return (
      <textarea
        aria-label={text.rule.values}
        placeholder={text.rule.values}
        value={value}
        maxLength={20_000}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  if (known.length > 0 && operator.endsWith('equals')) {
    const choices = ['', ...known].map((one) => ({ value: one, label: one }))
    return <SelectField label={text.rule.value} value={value} choices={choices} onChange={onChange} />
  }
  return (
    <input
      aria-label={text.rule.value}
      placeholder={text.rule.value}
      value={value}
      maxLength={1_000}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A field shows no hidden characters: here they can be seen. */
function Hidden({ value }: { readonly value: string }) {
  if (toInertSegments(value, 'many').every(({ kind }) => kind !== 'mark')) return null
  return (
    <p className={styles['faint']}>
      {text.form.hidden} <InertText>{value}</InertText>
    </p>
  )
}

function ValueHint({ operator }: { readonly operator: Operator }) {
  const hints: Readonly<Record<string, string>> = text.rule.hints
  const hint = hints[operator.replace('every_', '')]
  return hint === undefined ? null : <p className={styles['faint']}>{hint}</p>
}
