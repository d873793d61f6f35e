import type { ReactNode } from 'react'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import type { EntryProps } from './entry-props.ts'
import styles from './schema-form.module.css'

/** What stands under a control: the description, and what happens when it is left out. */
export function hintOf({
  node,
  isRequired,
  value,
}: Pick<EntryProps, 'node' | 'isRequired' | 'value'>): ReactNode {
  const usual = node.usual === undefined ? '' : text.form.usual(JSON.stringify(node.usual))
  const empty = value === '' && !isRequired ? text.form.sentEmpty : ''
  const words = [node.description, usual, empty].filter((part) => part !== '').join(' · ')
  return words === '' ? undefined : words
}

/** At the end of the label's line: that it is needed, or the way to leave it out. */
export function LeaveOut({ name, isRequired, isItem = false, value, onChange }: EntryProps) {
  if (isItem) return null
  if (isRequired) return <span className={styles['required']}>{text.form.required}</span>
  if (value === undefined) return null
  return (
    <Button
      tone="quiet"
      size="small"
      aria-label={text.form.leaveOutNamed(name)}
      onClick={() => onChange(undefined)}
    >
      {text.form.leaveOut}
    </Button>
  )
}
