import { text } from '../text.ts'
import { SelectField } from '../ui/select-field.tsx'
import type { EntryProps, NodeOf } from './entry-props.ts'
import { canShow, firstValue } from './entered-value.ts'
import { optionFor } from './find-problems.ts'
import type { FormNode } from './form-node.ts'
import styles from './schema-form.module.css'

/** A value of one of several kinds: which, and then its control. */
export function EitherEntry({ node, ...rest }: EntryProps<NodeOf<'either'>>) {
  const { name, value, Entry, onChange } = rest
  const option = optionFor(node, value)
  const chosen = node.options.indexOf(option)
  const described = { ...option, description: option.description || node.description }
  return (
    <div className={styles['either']}>
      <Entry {...rest} node={described} />
      <SelectField
        label={text.form.kindOf(name)}
        value={String(chosen)}
        choices={node.options.map(({ kind }, index) => ({
          value: String(index),
          label: text.form.kinds[kind],
        }))}
        onChange={(index) => onChange(converted(value, node.options[Number(index)]))}
      />
    </div>
  )
}

/** What is there goes along where it can: a text becomes a list's first item, and the other way round. */
function converted(value: unknown, option: FormNode | undefined): unknown {
  if (option === undefined) return value
  if (option.kind === 'list')
    return value === undefined || value === null ? [firstValue(option.item)] : [value]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return first !== undefined && canShow(option, first) ? first : firstValue(option)
}
