/** A fact that is not as it was told. */
export class NotAsTold extends Error {
  override readonly name = 'NotAsTold'
}

export type Story = {
  /** Begins the next numbered part. */
  part(title: string): void
  /** Prints a line under it. */
  tell(line: string): void
}

const width = 92

/** Prints a story in numbered parts. */
export const createStory = (print: (line: string) => void): Story => {
  let parts = 0
  return {
    part(title) {
      parts += 1
      print(`\n${parts}. ${title}`)
    },
    tell(line) {
      for (const piece of wrap(line, width)) print(`   ${piece}`)
    },
  }
}

/**
 * Ends the story when a fact is not as told.
 * @throws NotAsTold with the sentence, which says what was expected and what was seen
 */
export function check(isSo: boolean, sentence: string): asserts isSo {
  if (!isSo) throw new NotAsTold(sentence)
}

/** `1 request`, `2 requests`. */
export const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const wrap = (line: string, most: number): readonly string[] =>
  line.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > most) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
