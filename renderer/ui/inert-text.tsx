import { useState } from 'react'
import { text } from '../text.ts'
import { Button } from './button.tsx'
import { headOf, toInertSegments } from './inert-segments.ts'
import styles from './inert-text.module.css'

/** Text from elsewhere, shown so that it cannot pretend: no markup, nothing invisible, no reordering of its surroundings. */
export function InertText({ children }: { readonly children: string }) {
  return (
    <bdi className={styles['inert']}>
      {toInertSegments(children).map(({ kind, text }, index) =>
        kind === 'mark' ? (
          <mark key={index} className={styles['mark']}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </bdi>
  )
}

const PAGE = 20_000

/** A value of any length in a bounded box that scrolls; very long ones come in pages, all of them reachable. */
export function InertBlock({ label, value }: { readonly label: string; readonly value: string }) {
  const [length, setLength] = useState(PAGE)
  const left = value.length - length
  return (
    <>
      <div className={styles['block']} role="group" aria-label={label}>
        <InertText>{headOf(value, length)}</InertText>
      </div>
      {left > 0 && (
        <Button tone="quiet" size="small" onClick={() => setLength(length + PAGE)}>
          {text.ui.showMore(left)}
        </Button>
      )}
    </>
  )
}
