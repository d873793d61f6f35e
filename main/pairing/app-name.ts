const LONGEST = 80

/** Control, format and other characters that nobody sees, or that turn their neighbours round. */
const HIDDEN = /(?! )[\p{C}\p{Z}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFFA0]/gu

/**
 * Makes a name of what a program calls itself: nothing hidden, one line, at most 80 characters.
 *
 * @returns `App` when nothing is left
 */
export function plainName(name: string): string {
  const plain = name.replaceAll(HIDDEN, ' ').replaceAll(/ +/g, ' ').trim()
  return Array.from(plain).slice(0, LONGEST).join('').trim() || 'App'
}

/** @returns the name, with a number when there is one like it: `Cursor 2` */
export function uniqueName(name: string, taken: readonly string[]): string {
  const others = new Set(taken.map((other) => other.toLowerCase()))
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`
    const candidate = `${name.slice(0, LONGEST - suffix.length).trimEnd()}${suffix}`
    if (!others.has(candidate.toLowerCase())) return candidate
  }
}

/** What cannot be seen becomes `⟨U+202E⟩`, for places that have no better way to show it. */
export function visibleName(name: string): string {
  return name.replaceAll(HIDDEN, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
    return `⟨U+${hex.padStart(4, '0')}⟩`
  })
}
