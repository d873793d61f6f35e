import { useState } from 'react'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { InertBlock, InertText } from '../../ui/inert-text.tsx'
import styles from './details.module.css'

/** So many members of one list or object are shown at first. */
const FIRST_MEMBERS = 30

/** What was recorded of the arguments: a tree where it is JSON, else the text as it is. */
export function ValueTree({ recorded }: { readonly recorded: string }) {
  const value = parse(recorded)
  if (recorded === '' || isEmpty(value)) return <p className={styles['soft']}>{text.activity.noArguments}</p>
  if (value === undefined) return <InertBlock label={text.activity.arguments} value={recorded} />
  return (
    <div className={styles['tree']}>
      <Value value={value} />
    </div>
  )
}

function Value({ value }: { readonly value: unknown }) {
  const [most, setMost] = useState(FIRST_MEMBERS)
  if (typeof value !== 'object' || value === null) return <Leaf value={value} />
  const members = Object.entries(value)
  if (members.length === 0) return <span className={styles['soft']}>{text.activity.emptyValue}</span>
  return (
    <>
      <ul>
        {members.slice(0, most).map(([name, member]) => (
          <li key={name}>
            <b>
              <InertText lines="one">{name}</InertText>
            </b>{' '}
            <Value value={member} />
          </li>
        ))}
      </ul>
      {members.length > most && (
        <Button size="small" tone="quiet" onClick={() => setMost(members.length)}>
          {text.activity.moreValues(members.length - most)}
        </Button>
      )}
    </>
  )
}

function Leaf({ value }: { readonly value: unknown }) {
  if (value === '') return <span className={styles['soft']}>{text.activity.emptyValue}</span>
  return <InertText>{typeof value === 'string' ? value : JSON.stringify(value)}</InertText>
}

function parse(recorded: string): unknown {
  try {
    return JSON.parse(recorded)
  } catch {
    return undefined
  }
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0
