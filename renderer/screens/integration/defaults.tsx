import { useState } from 'react'
import type { Connection } from '../../../preload/contract/shapes.ts'
import { loadChoices, setDefault, type Choice } from '../../state/defaults.ts'
import { attempt } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './defaults.module.css'

/** What calls of this account may leave out, picked from what the account holds. */
export function Defaults({ connection }: { readonly connection: Connection }) {
  if (connection.defaults.length === 0) return null
  return (
    <dl className={styles['defaults']}>
      {connection.defaults.map((fact) => (
        <Default key={fact.argument} connectionId={connection.id} fact={fact} />
      ))}
    </dl>
  )
}

interface DefaultProps {
  readonly connectionId: string
  readonly fact: Connection['defaults'][number]
}

function Default({ connectionId, fact: { argument, label, picked } }: DefaultProps) {
  const [choices, setChoices] = useState<readonly Choice[] | null>(null)
  const load = useAction(async () => setChoices(await loadChoices(connectionId, argument)))
  const choose = (choice: Choice | null): void => {
    setChoices(null)
    void attempt(() => setDefault(connectionId, argument, choice))
  }
  return (
    <div>
      <dt>{text.defaults.label(label)}</dt>
      <dd>
        {choices === null ? (
          <>
            <span className={picked === null ? styles['none'] : undefined}>
              {picked === null ? text.defaults.none : <InertText>{picked}</InertText>}
            </span>
            <Button
              size="small"
              busy={load.busy}
              aria-label={text.defaults.chooseNamed(label)}
              onClick={() => void load.run()}
            >
              {text.defaults.choose}
            </Button>
            {picked !== null && (
              <Button
                tone="quiet"
                size="small"
                aria-label={text.defaults.clearNamed(label)}
                onClick={() => choose(null)}
              >
                {text.defaults.clear}
              </Button>
            )}
            {load.problem && (
              <span role="alert" className={styles['problem']}>
                {load.problem.message}
              </span>
            )}
          </>
        ) : (
          <Choices label={label} choices={choices} onChoose={choose} onBack={() => setChoices(null)} />
        )}
      </dd>
    </div>
  )
}

interface ChoicesProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly onChoose: (choice: Choice) => void
  readonly onBack: () => void
}

function Choices({ label, choices, onChoose, onBack }: ChoicesProps) {
  const first = { value: '', label: choices.length === 0 ? text.defaults.nothing : text.defaults.pick }
  const entries = choices.map(({ value, name }) => ({ value, label: name }))
  return (
    <>
      <SelectField
        label={text.defaults.label(label)}
        value=""
        choices={[first, ...entries]}
        onChange={(value) => {
          const choice = choices.find((candidate) => candidate.value === value)
          if (choice !== undefined) onChoose(choice)
        }}
      />
      <Button tone="quiet" size="small" onClick={onBack}>
        {text.ui.cancel}
      </Button>
    </>
  )
}
