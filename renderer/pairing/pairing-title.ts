import type { Pairing } from '../../preload/contract/pairing.ts'
import { text } from '../text.ts'
import { headOf } from '../ui/inert-segments.ts'

const LONGEST_NAME = 60

/** What a program asks, in one sentence. A long name must not push the rest of it out of sight. */
export function pairingTitle({ name, knownAs }: Pick<Pairing, 'name' | 'knownAs'>): string {
  const title = knownAs === null ? text.pairing.title : text.pairing.knownTitle
  return title(name.length > LONGEST_NAME ? `${headOf(name, LONGEST_NAME)}…` : name)
}
