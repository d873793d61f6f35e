/** Longer texts are no names, addresses or paths; comparing them would only cost time. */
const LONGEST = 4_000

/** What separates the parts of a list written as one text, and what cannot be seen. */
const SEPARATOR = /[\s,;،؛、､；\p{C}\p{Z}]/u

/** Before and after the @: without comments, quotes, routes and other ways to mean somebody else. */
const PLAIN_ADDRESS = /^[A-Za-z0-9._+'-]*@[A-Za-z0-9.-]*$/

/**
 * Whether a text can mean one thing only: one word, one address, one path. `a@evil.example, b@me.com` is two,
 * `Ada <a@me.com>` a name and an address, and what looks like @ but is not may become one at the service.
 */
export function isSingle(text: string): boolean {
  if (text.length > LONGEST) return false
  // The compatibility form turns look-alikes of separators and @ into what a service may read them as.
  const seen = text.normalize('NFKC')
  if (SEPARATOR.test(text) || SEPARATOR.test(seen)) return false
  return !seen.includes('@') || PLAIN_ADDRESS.test(text)
}

/**
 * Whether the one thing that a text means ends so. In an address the ending is a whole domain or begins at a dot or
 * the @: `me.com` is no ending of `a@notme.com`.
 */
export function endsWith(text: string, ending: string): boolean {
  if (ending === '' || !text.endsWith(ending) || !isSingle(text)) return false
  const before = text.slice(0, text.length - ending.length)
  return !before.includes('@') || /^[.@]/.test(ending) || /[.@]$/.test(before)
}

/**
 * Whether a text has the pattern's form from its first to its last character. `*` stands for any run of characters,
 * also none, within one word or address; everything else stands for itself.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  if (text.length > LONGEST) return false
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return text === first
  const end = text.length - last.length
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return false
  let at = first.length
  // Each part as far to the left as it goes: what comes after has the more room.
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found === -1 || found + part.length > end || !isRun(text.slice(at, found))) return false
    at = found + part.length
  }
  return isRun(text.slice(at, end))
}

/** What a `*` may stand for: never an @, so that a pattern says itself where the domain begins. */
function isRun(text: string): boolean {
  return isSingle(text) && !text.normalize('NFKC').includes('@')
}
