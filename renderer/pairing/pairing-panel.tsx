import { useEffect, useId, useRef, useState } from 'react'
import type { Pairing } from '../../preload/contract/pairing.ts'
import { QuestionDialog, QuestionLine } from '../approvals/question-dialog.tsx'
import question from '../approvals/question.module.css'
import { useArmed } from '../approvals/use-armed.ts'
import { decidePairing, decidePairingsLater, loadPairings, usePairings } from '../state/pairings.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { InertText } from '../ui/inert-text.tsx'
import { Notice } from '../ui/notice.tsx'
import { PairingFacts } from './pairing-facts.tsx'
import { pairingTitle } from './pairing-title.ts'
import { PairingToolkits } from './pairing-toolkits.tsx'
import styles from './pairing.module.css'

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
    <QuestionDialog titleId={`${id}title`} describedBy={`${id}lead ${id}code`} fill={fill}>
      <PairingHead pairing={pairing} id={id} canSetAside={!fill} onLapse={() => setLapsed(true)} />
      <div className={question['body']}>
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
      <footer className={question['answers']} data-armed={armed}>
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
    </QuestionDialog>
  )
}

interface PairingHeadProps {
  readonly pairing: Pairing
  readonly id: string
  readonly canSetAside: boolean
  readonly onLapse: () => void
}

function PairingHead({ pairing, id, canSetAside, onLapse }: PairingHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const total = usePairings(({ queue }) => queue.length)
  useEffect(() => heading.current?.focus(), [])
  const lapse = (): void => {
    onLapse()
    void loadPairings()
  }
  return (
    <header className={question['head']}>
      <QuestionLine
        total={total}
        expiresAt={pairing.expiresAt}
        onLapse={lapse}
        onLater={canSetAside ? decidePairingsLater : undefined}
      />
      <h2 ref={heading} id={`${id}title`} tabIndex={-1} className={styles['title']}>
        <InertText lines="one">{pairingTitle(pairing)}</InertText>
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

/** Digit by digit, as the program shows it; read as a number it could not be compared. */
function codeInWords({ code }: Pairing): string {
  return `${text.pairing.code} ${code.split('').join(' ')}`
}
