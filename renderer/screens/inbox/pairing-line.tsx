import type { Pairing } from '../../../preload/contract/pairing.ts'
import { pairingTitle } from '../../pairing/pairing-title.ts'
import { decideOnPairing, loadPairings } from '../../state/pairings.ts'
import { text } from '../../text.ts'
import { InertText } from '../../ui/inert-text.tsx'
import { QuestionLine } from './question-line.tsx'

/** A program that waits to be let in. */
export function PairingLine({ pairing }: { readonly pairing: Pairing }) {
  const { id, from, workspace, expiresAt } = pairing
  return (
    <QuestionLine
      icon="gatehouse.svg"
      asker={pairing.suggestedName}
      sentence={pairingTitle(pairing)}
      lines="one"
      facts={
        <>
          {text.pairing.from[from]}
          {workspace !== null && (
            <>
              {' · '}
              <InertText>{workspace}</InertText>
            </>
          )}
        </>
      }
      expiresAt={expiresAt}
      onLapse={() => void loadPairings()}
      onAnswer={() => decideOnPairing(id)}
    />
  )
}
