import { useId, useState } from 'react'
import type { Condition } from '../../preload/contract/rule.ts'
import { text } from '../text.ts'
import { InertText } from '../ui/inert-text.tsx'
import approvalStyles from './approval.module.css'
import styles from './steps.module.css'

interface LastingScopeProps {
  readonly proposals: readonly Condition[]
  /** Null: whatever the tool is called with. */
  readonly conditions: readonly Condition[] | null
  readonly onChange: (conditions: readonly Condition[] | null) => void
}

/** The whole tool, or only calls with these values. */
export function LastingScope({ proposals, conditions, onChange }: LastingScopeProps) {
  const name = useId()
  const [chosen, setChosen] = useState<readonly Condition[]>(conditions ?? proposals)
  const choose = (next: readonly Condition[]): void => {
    setChosen(next)
    onChange(next)
  }
  const words = text.answers
  return (
    <fieldset className={styles['scope']}>
      <legend>{words.scope}</legend>
      <label>
        <input type="radio" name={name} checked={conditions === null} onChange={() => onChange(null)} />
        {words.wholeTool}
      </label>
      <label>
        <input
          type="radio"
          name={name}
          checked={conditions !== null}
          disabled={proposals.length === 0}
          onChange={() => onChange(chosen)}
        />
        {words.onlyValues}
      </label>
      {proposals.length === 0 && <p className={approvalStyles['none']}>{words.noValues}</p>}
      {conditions !== null && <Values proposals={proposals} chosen={conditions} onChange={choose} />}
    </fieldset>
  )
}

interface ValuesProps {
  readonly proposals: readonly Condition[]
  readonly chosen: readonly Condition[]
  readonly onChange: (chosen: readonly Condition[]) => void
}

function Values({ proposals, chosen, onChange }: ValuesProps) {
  return (
    <div className={styles['values']} role="group" aria-label={text.answers.values}>
      {proposals.map((proposal) => (
        <label key={proposal.path}>
          <input
            type="checkbox"
            checked={chosen.includes(proposal)}
            onChange={(event) =>
              onChange(
                proposals.filter((one) => (one === proposal ? event.target.checked : chosen.includes(one))),
              )
            }
          />
          <span>
            <InertText>{sentenceOf(proposal)}</InertText>
          </span>
        </label>
      ))}
      {chosen.length === 0 && (
        <p role="alert" className={styles['problem']}>
          {text.answers.pickOne}
        </p>
      )}
    </div>
  )
}

function sentenceOf({ path, value }: Condition): string {
  if (!Array.isArray(value)) return text.answers.valueOf(path, String(value))
  return `${text.answers.eachOf(path)} ${value.join(', ')}`
}
