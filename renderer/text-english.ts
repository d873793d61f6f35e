const UNCOUNTED = new Set(['mail', 'email', 'access', 'media', 'content', 'feedback', 'history', 'metadata'])

/** What a tool does, from its name: “sends mail”, “replies to a thread”. Tools are named in English, whatever the window speaks. */
export function englishDeed(verb: string, object: string): string {
  return `${thirdPerson(verb)} ${withArticle(object)}`.trim()
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`
}

function withArticle(object: string): string {
  const [, preposition, rest] = /^(to|in|into|from|on|for|with) (.+)$/.exec(object) ?? []
  if (preposition !== undefined && rest !== undefined) return `${preposition} ${withArticle(rest)}`
  const last = object.split(' ').at(-1) ?? ''
  if (object === '' || last.endsWith('s') || UNCOUNTED.has(last)) return object
  return `${/^[aeio]/.test(object) ? 'an' : 'a'} ${object}`
}
