import { useEffect, useId, useRef, useState } from 'react'
import type { Pairing } from '../../preload/contract/pairing.ts'
import approvalStyles from '../approvals/approval.module.css'
import { Countdown } from '../approvals/countdown.tsx'
import { useArmed } from '../approvals/use-armed.ts'
import { decidePairing, loadPairings, usePairings } from '../state/pairings.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { headOf } from '../ui/inert-segments.ts'
import { InertText } from '../ui/inert-text.tsx'
import { Notice } from '../ui/notice.tsx'
import { useModal } from '../ui/use-modal.ts'
import { PairingFacts } from './pairing-facts.tsx'
import { PairingToolkits } from './pairing-toolkits.tsx'
import styles from './pairing.module.css'

const LONGEST_NAME = 60

interface PairingPanelProps {
  readonly pairing: Pairing
  /** Another question stands before this one. */
  readonly covered: boolean
  /** Fills a window of its own. */
  readonly fill: boolean
}

/**
 * One program at the door. Nothing is pressed by accident: the focus starts on the heading, Enter and Escape decide
 * nothing, and the answers arm a moment after the question has come into sight.
 */
export function PairingPanel({ pairing, covered, fill }: PairingPanelProps) {
  const dialog = useModal()
  const id = useId()
  const [name, setName] = useState(pairing.suggestedName)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(pairing.wanted))
  const [lapsed, setLapsed] = useState(false)
  const { deciding, failure } = usePairings()
  const armed = useArmed(`${pairing.id} ${covered}`) && !covered && !deciding && !lapsed
  const answer = (allow: boolean): void =>
    void decidePairing({
      pairingId: pairing.id,
      allow,
      ...(allow && { name: name.trim(), toolkits: [...chosen] }),
    })
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className={approvalStyles['dialog']}
      data-fill={fill}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}lead ${id}code`}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault()
      }}
    >
      <PairingHead pairing={pairing} id={id} onLapse={() => setLapsed(true)} />
      <div className={approvalStyles['body']}>
        {failure && (
          <Notice tone="red" role="alert" title={text.approval.noEffect}>
            <p>{failure.message}</p>
          </Notice>
        )}
        <PairingFacts pairing={pairing} />
        <TextField
          label={text.pairing.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <PairingToolkits wanted={pairing.wanted} chosen={chosen} onChange={setChosen} />
      </div>
      <footer className={approvalStyles['answers']} data-armed={armed}>
        <Button size="large" disabled={!armed} onClick={() => answer(false)}>
          {text.pairing.deny}
        </Button>
        <Button
          size="large"
          tone="primary"
          disabled={!armed || name.trim() === ''}
          onClick={() => answer(true)}
        >
          {text.pairing.allow}
        </Button>
      </footer>
    </dialog>
  )
}

interface PairingHeadProps {
  readonly pairing: Pairing
  readonly id: string
  readonly onLapse: () => void
}

function PairingHead({ pairing, id, onLapse }: PairingHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const total = usePairings(({ queue }) => queue.length)
  useEffect(() => heading.current?.focus(), [])
  const title = pairing.knownAs === null ? text.pairing.title : text.pairing.knownTitle
  const lapse = (): void => {
    onLapse()
    void loadPairings()
  }
  return (
    <header className={approvalStyles['head']}>
      <div className={approvalStyles['line']}>
        <span>{total > 1 && text.approval.position(1, total)}</span>
        <Countdown expiresAt={pairing.expiresAt} onLapse={lapse} />
      </div>
      <h2 ref={heading} id={`${id}title`} tabIndex={-1} className={styles['title']}>
        <InertText lines="one">{title(shortened(pairing.name))}</InertText>
      </h2>
      <p id={`${id}lead`} className={styles['lead']}>
        {text.pairing.lead}
      </p>
      <p
        id={`${id}code`}
        className={styles['code']}
        data-testid="pairing-code"
        aria-label={codeInWords(pairing)}
      >
        {pairing.code}
      </p>
    </header>
  )
}

/** A long name must not push the rest of the sentence out of sight. */
function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${headOf(name, LONGEST_NAME)}…` : name
}

/** Digit by digit, as the program shows it; read as a number it could not be compared. */
function codeInWords({ code }: Pairing): string {
  return `${text.pairing.code} ${code.split('').join(' ')}`
}
