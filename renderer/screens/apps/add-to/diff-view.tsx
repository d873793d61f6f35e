import type { DiffLine } from '../../../../preload/contract/clients.ts'
import { text } from '../../../text.ts'
import { InertText } from '../../../ui/inert-text.tsx'
import { ScrollArea } from '../../../ui/scroll-area.tsx'
import styles from './add-to.module.css'

const SIGNS = { same: ' ', added: '+', removed: '−', gap: '⋯' } as const

/** A change of a file, line by line: told by signs and words, not by colour alone. */
export function DiffView({ lines }: { readonly lines: readonly DiffLine[] }) {
  return (
    <ScrollArea className={styles['diff']} role="group" aria-label={text.clients.change}>
      {lines.map((line, index) => (
        <div key={index} data-kind={line.kind}>
          <span aria-hidden>{SIGNS[line.kind]}</span>
          <span className="visually-hidden">{text.clients.line[line.kind]}</span>
          <code>
            <InertText lines="many">{line.text}</InertText>
          </code>
        </div>
      ))}
    </ScrollArea>
  )
}
