import { useState } from 'react'
import { text } from '../text.ts'
import { Button } from './button.tsx'
import { headOf, toInertSegments } from './inert-segments.ts'
import styles from './inert-text.module.css'
import { ScrollArea } from './scroll-area.tsx'

interface InertTextProps {
  readonly children: string
  /** `one`: line feeds and tabs are made visible too. Default: `many`. */
  readonly lines?: 'many' | 'one'
}

/** Text from elsewhere, shown so that it cannot pretend: no markup, nothing invisible, no reordering of its surroundings. */
export function InertText({ children, lines = 'many' }: InertTextProps) {
  return (
    <bdi className={styles['inert']}>
      {toInertSegments(children, lines).map(({ kind, text }, index) =>
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

interface InertBlockProps {
  readonly label: string
  readonly value: string
  /** `prose`: in the type of running text, without a box of its own. Default: `code`. */
  readonly look?: 'code' | 'prose'
}

/** A value of any length in a bounded box that scrolls; very long ones come in pages, all of them reachable. */
export function InertBlock({ label, value, look = 'code' }: InertBlockProps) {
  const [length, setLength] = useState(PAGE)
  const left = value.length - length
  return (
    <>
      <ScrollArea className={styles['block']} data-look={look} role="group" aria-label={label}>
        <InertText>{headOf(value, length)}</InertText>
      </ScrollArea>
      {left > 0 && (
        <Button tone="quiet" size="small" onClick={() => setLength(length + PAGE)}>
          {text.ui.showMore(left)}
        </Button>
      )}
    </>
  )
}
