/** The hub takes no shorter one. */
export const FEWEST_CHARACTERS = 12

/** So few different characters are a pattern, however long it is. */
const FEWEST_DIFFERENT = 7
/** From so many characters on, people rarely write something that is guessed. */
const GOOD_LENGTH = 20
const FAIR_LENGTH = 15

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
]
const OFTEN = /passw|passphrase|gatehouse|secret|letmein|welcome|admin/u

export type Strength = 'short' | 'weak' | 'fair' | 'good'

/**
 * A guess, and no more: nobody can see from a passphrase how it was chosen. What is plainly bad is called so; length
 * counts for most of the rest.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = Array.from(passphrase)
  if (characters.length < FEWEST_CHARACTERS) return 'short'
  const counted = withoutPatterns(passphrase.toLowerCase()).length
  if (new Set(characters).size < FEWEST_DIFFERENT || counted < FEWEST_CHARACTERS) return 'weak'
  if (counted < FAIR_LENGTH) return /^\p{L}+$|^\p{N}+$/u.test(passphrase) ? 'weak' : 'fair'
  return counted < GOOD_LENGTH ? 'fair' : 'good'
}

/** What repeats, runs along the keyboard or is in every list of guesses adds next to nothing. */
function withoutPatterns(text: string): string {
  const plain = text.replaceAll(/(.+?)\1+/gu, '$1').replaceAll(new RegExp(OFTEN, 'gu'), '*')
  return RUNS.reduce(dropRuns, plain)
}

function dropRuns(text: string, run: string): string {
  let left = text
  for (let length = run.length; length >= 4; length -= 1) {
    for (let start = 0; start + length <= run.length; start += 1) {
      left = left.replaceAll(run.slice(start, start + length), '*')
    }
  }
  return left
}
