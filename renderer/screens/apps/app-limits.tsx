import { useState, type FormEvent } from 'react'
import type { App } from '../../../preload/contract/shapes.ts'
import { updateApp } from '../../state/apps.ts'
import { showToast } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import styles from './apps.module.css'

const WAIT = { from: 1, to: 55 }
const RATE = { from: 1, to: 1_000_000 }
const BUDGET = { from: 500, to: 100_000 }

/** How long the app waits for an answer, how much it gets at once, and how often it may ask. */
export function AppLimits({ app }: { readonly app: App }) {
  const [wait, setWait] = useState(String(app.approvalWaitSeconds))
  const [budget, setBudget] = useState(String(app.resultBudgetTokens))
  const [rate, setRate] = useState(String(app.callsPerMinute))
  const change = {
    approvalWaitSeconds: Number(wait),
    resultBudgetTokens: Number(budget),
    callsPerMinute: Number(rate),
  }
  const save = useAction(async () => {
    await updateApp({ appId: app.id, ...change })
    showToast({ kind: 'success', title: text.apps.saved })
  })
  const errors = { wait: check(wait, WAIT), budget: check(budget, BUDGET), rate: check(rate, RATE) }
  const isValid = Object.values(errors).every((error) => error === null)
  const changed =
    change.approvalWaitSeconds !== app.approvalWaitSeconds ||
    change.resultBudgetTokens !== app.resultBudgetTokens ||
    change.callsPerMinute !== app.callsPerMinute
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (changed && isValid) void save.run()
  }
  return (
    <form onSubmit={submit} noValidate aria-label={text.apps.settings}>
      <p className={styles['legend']}>{text.apps.settings}</p>
      <div className={styles['limits']}>
        <NumberField
          label={text.apps.wait}
          hint={text.apps.waitHint}
          value={wait}
          error={errors.wait}
          onChange={setWait}
        />
        <NumberField
          label={text.apps.budget}
          hint={text.apps.budgetHint}
          value={budget}
          error={errors.budget}
          onChange={setBudget}
        />
        <NumberField
          label={text.apps.rate}
          hint={text.apps.rateHint}
          value={rate}
          error={errors.rate}
          onChange={setRate}
        />
        <Button type="submit" busy={save.busy} disabled={!changed || !isValid}>
          {text.ui.save}
        </Button>
      </div>
      {save.problem && <ProblemNotice problem={save.problem} />}
    </form>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly error: string | null
  readonly onChange: (value: string) => void
}

function NumberField({ onChange, ...rest }: NumberFieldProps) {
  return (
    <TextField
      {...rest}
      inputMode="numeric"
      maxLength={7}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function check(value: string, { from, to }: { readonly from: number; readonly to: number }): string | null {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  return Number.isInteger(number) && number >= from && number <= to ? null : text.apps.range(from, to)
}
