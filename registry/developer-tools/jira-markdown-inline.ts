/** A node of a document that is written. */
export interface AdfNode {
  readonly type: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, string | number>>
  readonly marks?: readonly AdfMark[]
  readonly content?: readonly AdfNode[]
}

interface AdfMark {
  readonly type: 'strong' | 'em' | 'strike' | 'code' | 'link'
  readonly attrs?: { readonly href: string }
}

const ESCAPED = String.raw`\\(?<escaped>[\\\`*_~[\]()#+\-.!>|{}])`
const CODE = '`(?<code>[^`]+)`'
const STRONG = String.raw`\*\*(?=\S)(?<strong>(?:[^*]|\*(?!\*)|\*(?=\*\*(?!\*)))+)(?<=\S)\*\*`
const STRIKE = '~~(?<strike>[^~]+)~~'
const EMPHASIS = String.raw`\*(?<em>[^*\s][^*]*)(?<=\S)\*|(?<!\w)_(?<underlined>[^_\s][^_]*)(?<=\S)_(?!\w)`
const LINK = String.raw`\[(?<label>[^[\]]+)\]\((?<href>(?:https?:\/\/|mailto:)[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)`
const URL = String.raw`(?<url>https?:\/\/[^\s<>"'\`*[\]()]+)`

/** Every part stops at its own mark, so that a text full of those costs no more than another. */
const INLINE = new RegExp([ESCAPED, CODE, STRONG, STRIKE, EMPHASIS, LINK, URL].join('|'), 'g')

type Groups = Readonly<Record<string, string | undefined>>

/**
 * Inline Markdown as nodes: bold, italic, struck, code, links and bare addresses; a line end becomes a hard break.
 *
 * @param marks those of the text around it
 */
export function inlineNodes(markdown: string, marks: readonly AdfMark[] = []): readonly AdfNode[] {
  const parts: (readonly AdfNode[])[] = []
  let end = 0
  for (const match of markdown.matchAll(INLINE)) {
    parts.push(wordNodes(markdown.slice(end, match.index), marks), groupNodes(match.groups ?? {}, marks))
    end = match.index + match[0].length
  }
  return [...parts, wordNodes(markdown.slice(end), marks)].flat()
}

function groupNodes(groups: Groups, marks: readonly AdfMark[]): readonly AdfNode[] {
  const { escaped, code, strong, strike, em = groups['underlined'], label, href = '', url } = groups
  if (escaped !== undefined) return wordNodes(escaped, marks)
  if (code !== undefined) return wordNodes(code, codeMarks(marks))
  if (strong !== undefined) return inlineNodes(strong, withMark(marks, { type: 'strong' }))
  if (strike !== undefined) return inlineNodes(strike, withMark(marks, { type: 'strike' }))
  if (em !== undefined) return inlineNodes(em, withMark(marks, { type: 'em' }))
  if (label !== undefined) return inlineNodes(label, withMark(marks, { type: 'link', attrs: { href } }))
  return url === undefined ? [] : addressNodes(url, marks)
}

/** The full stop after an address ends the sentence. */
function addressNodes(url: string, marks: readonly AdfMark[]): readonly AdfNode[] {
  const rest = /[.,;:!?]*$/.exec(url)?.[0] ?? ''
  const href = url.slice(0, url.length - rest.length)
  return [...wordNodes(href, withMark(marks, { type: 'link', attrs: { href } })), ...wordNodes(rest, marks)]
}

function withMark(marks: readonly AdfMark[], mark: AdfMark): readonly AdfMark[] {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

/** Beside code only a link may stand. */
function codeMarks(marks: readonly AdfMark[]): readonly AdfMark[] {
  return [...marks.filter(({ type }) => type === 'link'), { type: 'code' }]
}

function wordNodes(words: string, marks: readonly AdfMark[]): readonly AdfNode[] {
  return words.split('\n').flatMap((text, index) => {
    const node: AdfNode = marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
    const line = text === '' ? [] : [node]
    return index === 0 ? line : [{ type: 'hardBreak' }, ...line]
  })
}
