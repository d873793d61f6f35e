import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { InertBlock } from '../ui/inert-text.tsx'
import { isSame, withMember, type Values } from './entered-value.ts'
import { joined } from './find-problems.ts'
import type { EntryProps } from './entry-props.ts'
import type { Member } from './form-node.ts'
import styles from './schema-form.module.css'

interface MembersProps extends Pick<EntryProps, 'Entry' | 'path' | 'problems'> {
  readonly members: readonly Member[]
  readonly values: Values
  readonly asked: Values | null
  readonly onChange: (values: Values) => void
}

/** Every named value, the ones the schema does not know too: nothing that would be sent is out of sight. */
export function Members({ members, path, values, asked, problems, Entry, onChange }: MembersProps) {
  const known = new Set(members.map(({ name }) => name))
  const others = Object.keys(values)
    .filter((name) => !known.has(name))
    .map((name): Member => ({ name, isRequired: false, node: JSON_NODE }))
  return [...members, ...others].map(({ name, isRequired, node }) => {
    const change = (value: unknown): void => onChange(withMember(values, name, value))
    return (
      <div key={name} className={styles['member']} data-testid="form-member">
        <Entry
          node={node}
          Entry={Entry}
          name={name}
          path={joined(path, name)}
          value={values[name]}
          isRequired={isRequired}
          problems={problems}
          onChange={change}
        />
        {asked !== null && <Asked name={name} asked={asked[name]} value={values[name]} onUndo={change} />}
      </div>
    )
  })
}

const JSON_NODE: Member['node'] = { kind: 'json', description: '', usual: undefined }

interface AskedProps {
  readonly name: string
  readonly asked: unknown
  readonly value: unknown
  readonly onUndo: (value: unknown) => void
}

/** What the app had sent where the person has changed it. */
function Asked({ name, asked, value, onUndo }: AskedProps) {
  if (isSame(asked, value)) return null
  return (
    <div className={styles['asked']}>
      <p>
        {asked === undefined ? text.form.askedNothing : text.form.asked}
        <Button
          tone="quiet"
          size="small"
          aria-label={text.form.undoNamed(name)}
          onClick={() => onUndo(asked)}
        >
          {text.form.undo}
        </Button>
      </p>
      {asked !== undefined && (
        <InertBlock
          label={text.form.askedNamed(name)}
          value={typeof asked === 'string' ? asked : JSON.stringify(asked, null, 2)}
        />
      )}
    </div>
  )
}
