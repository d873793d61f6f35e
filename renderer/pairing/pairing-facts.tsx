import type { Pairing } from '../../preload/contract/pairing.ts'
import { text } from '../text.ts'
import { InertText } from '../ui/inert-text.tsx'
import styles from './pairing.module.css'

/** How the program asks, and what is known of it for certain. */
export function PairingFacts({ pairing }: { readonly pairing: Pairing }) {
  const { from, documentHost, redirect, knownAs, workspace } = pairing
  const anybody = documentHost !== null && redirect?.to === 'computer'
  return (
    <dl className={styles['facts']}>
      <Fact name={text.pairing.asks} value={text.pairing.from[from]} note={knownAs && text.pairing.known} />
      {documentHost !== null && (
        <Fact
          name={text.pairing.document}
          value={documentHost}
          note={anybody ? text.pairing.documentLocal(documentHost) : null}
        />
      )}
      {redirect !== null && (
        <Fact name={text.pairing.redirect} value={text.pairing.redirectTo[redirect.to](redirect.name)} />
      )}
      {workspace !== null && <Fact name={text.pairing.workspace} value={workspace} />}
    </dl>
  )
}

interface FactProps {
  readonly name: string
  readonly value: string
  readonly note?: string | null
}

function Fact({ name, value, note = null }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <InertText lines="one">{value}</InertText>
        {note !== null && <p className={styles['note']}>{note}</p>}
      </dd>
    </div>
  )
}
