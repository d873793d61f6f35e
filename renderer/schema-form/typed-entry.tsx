import { text } from '../text.ts'
import { Field } from '../ui/field.tsx'
import { toInertSegments } from '../ui/inert-segments.ts'
import { InertBlock } from '../ui/inert-text.tsx'
import { hintOf, LeaveOut } from './entry-notes.tsx'
import { reasonWithin, type EntryProps, type NodeOf } from './entry-props.ts'
import { readEntry, Unreadable, writeEntry } from './entered-value.ts'
import styles from './schema-form.module.css'

type TypedNode = NodeOf<'text'> | NodeOf<'number'> | NodeOf<'json'>

/** Text, a number or JSON, typed in. Only what is touched is read anew. */
export function TypedEntry(props: EntryProps<TypedNode>) {
  const { node, name, path, value, isRequired, problems, onChange } = props
  const written = writeEntry(node, value)
  const shared = {
    value: written,
    placeholder: value === undefined && !isRequired ? text.form.leftOut : '',
    spellCheck: false,
    'aria-required': isRequired,
    onChange: (event: { target: { value: string } }) => onChange(entered(props, event.target.value)),
  }
  const error = reasonWithin(problems, path)
  return (
    <>
      <Field label={name} hint={hintOf(props)} error={error} aside={<LeaveOut {...props} />}>
        {(wiring) =>
          isLine(node, written) ? (
            <input
              {...shared}
              {...wiring}
              autoComplete="off"
              inputMode={node.kind === 'number' ? 'decimal' : undefined}
              className={styles['input']}
            />
          ) : (
            <textarea {...shared} {...wiring} rows={1} className={styles['area']} data-kind={node.kind} />
          )
        }
      </Field>
      <Hidden name={name} value={written} />
    </>
  )
}

/** An emptied field that may be left out, and could not be sent empty, is left out. */
function entered({ node, isRequired }: EntryProps<TypedNode>, typed: string): unknown {
  const cannotBeEmpty = node.kind !== 'text' || node.shortest > 0
  if (typed === '' && cannotBeEmpty && !isRequired) return undefined
  return typed === '' && node.kind !== 'text' ? new Unreadable('') : readEntry(node, typed)
}

/** A field of one line would drop line breaks that are there. */
const isLine = (node: TypedNode, written: string): boolean =>
  (node.kind === 'number' || (node.kind === 'text' && node.isLine)) && !/[\n\r]/.test(written)

/** A field shows characters as the app sent them, also those that cannot be seen: here they can. */
function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  if (!toInertSegments(value).some(({ kind }) => kind === 'mark')) return null
  return (
    <div className={styles['hidden']}>
      <p>{text.form.hidden}</p>
      <InertBlock label={text.form.hiddenNamed(name)} value={value} />
    </div>
  )
}
