import { useMemo } from 'react'
import { text } from '../text.ts'
import { isValues, type Values } from './entered-value.ts'
import type { FieldProblem } from './find-problems.ts'
import { formNode } from './form-node.ts'
import { Members } from './members.tsx'
import { NodeEntry } from './node-entry.tsx'
import styles from './schema-form.module.css'

interface SchemaFormProps {
  /** JSON Schema of the arguments. */
  readonly schema: unknown
  readonly values: Values
  /** What an app has asked for, to be compared with and gone back to; null when nobody has. */
  readonly asked: Values | null
  readonly problems: readonly FieldProblem[]
  readonly onChange: (values: Values) => void
}

/**
 * A form for a tool's arguments. What is not touched stays exactly as it came: the values are edited in place, one
 * member at a time.
 */
export function SchemaForm({ schema, values, asked, problems, onChange }: SchemaFormProps) {
  const node = useMemo(() => formNode(schema), [schema])
  const members = node.kind === 'object' ? node.members : []
  const names = new Set([...members.map(({ name }) => name), ...Object.keys(values)])
  const general = problems.filter(({ path }) => !names.has(path.split('.')[0] ?? ''))
  return (
    <div className={styles['form']}>
      {general.map(({ path, reason }) => (
        <p key={`${path} ${reason}`} role="alert" className={styles['error']}>
          {path === '' ? reason : `${path}: ${reason}`}
        </p>
      ))}
      {members.length === 0 && Object.keys(values).length === 0 && (
        <p className={styles['soft']}>{text.form.nothing}</p>
      )}
      <Members
        members={members}
        path=""
        Entry={NodeEntry}
        values={isValues(values) ? values : {}}
        asked={asked}
        problems={problems}
        onChange={onChange}
      />
    </div>
  )
}
