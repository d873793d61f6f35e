import { text } from '../text.ts'
import { SelectFrame } from '../ui/select-frame.tsx'
import { Field } from '../ui/field.tsx'
import { hintOf, LeaveOut } from './entry-notes.tsx'
import { reasonWithin, type EntryProps, type NodeOf } from './entry-props.ts'
import { isSame } from './entered-value.ts'

interface Choice {
  readonly label: string
  readonly value: unknown
}

export function ChoiceEntry(props: EntryProps<NodeOf<'choice'>>) {
  const choices = props.node.choices.map((value) => ({
    value,
    label: typeof value === 'string' ? value : JSON.stringify(value),
  }))
  return <Select {...props} choices={choices} />
}

const YES_NO: readonly Choice[] = [
  { label: text.form.yes, value: true },
  { label: text.form.no, value: false },
]

/** Not a switch: that has no third place for “left out”. */
export function BooleanEntry(props: EntryProps<NodeOf<'boolean'>>) {
  return <Select {...props} choices={YES_NO} />
}

export function NullEntry(props: EntryProps<NodeOf<'null'>>) {
  return <Select {...props} choices={[{ label: text.form.kinds.null, value: null }]} />
}

function Select({ choices, ...props }: EntryProps & { readonly choices: readonly Choice[] }) {
  const { name, path, value, isRequired, problems, onChange } = props
  const chosen = value === undefined ? -1 : choices.findIndex((choice) => isSame(choice.value, value))
  return (
    <Field
      label={name}
      hint={hintOf(props)}
      error={reasonWithin(problems, path)}
      aside={isRequired && <LeaveOut {...props} />}
    >
      {(wiring) => (
        <SelectFrame>
          <select
            {...wiring}
            aria-required={isRequired}
            value={chosen}
            onChange={(event) => onChange(choices[Number(event.target.value)]?.value)}
          >
            {(!isRequired || chosen === -1) && (
              <option value={-1}>{isRequired ? text.form.pick : text.form.leftOut}</option>
            )}
            {choices.map(({ label }, index) => (
              <option key={index} value={index}>
                {label}
              </option>
            ))}
          </select>
        </SelectFrame>
      )}
    </Field>
  )
}
