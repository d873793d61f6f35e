import { z } from 'zod'

const nodeSchema = z.object({
  type: z.string(),
  text: z.string().nullish(),
  attrs: z.record(z.string(), z.unknown()).nullish(),
  marks: z.array(z.unknown()).nullish(),
  content: z.array(z.unknown()).nullish(),
})
const markSchema = z.object({ type: z.string(), attrs: z.object({ href: z.string().nullish() }).nullish() })

type Node = z.output<typeof nodeSchema>
type Render = (node: Node, level: number) => string

/** What lies deeper is left out: nobody writes it, and it would exhaust the stack. */
const MOST_LEVELS = 40
/** The last millisecond that has a date (ECMA-262 21.4.1.1). */
const LAST_TIME = 8.64e15

/**
 * A text of Jira as Markdown. Nodes that are not known give what they hold.
 *
 * @param document in Atlassian Document Format; a plain string is taken as it is
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function markdownOfAdf(document: unknown): string {
  if (typeof document === 'string') return document
  const root = nodeOf(document)
  return root === undefined ? '' : rendered(root, 0).trim()
}

const INLINE: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['text', markedText],
  ['hardBreak', () => '\n'],
  ['mention', ({ attrs }) => `@${(textAt(attrs, 'text') ?? textAt(attrs, 'id') ?? '').replace(/^@/, '')}`],
  ['emoji', ({ attrs }) => textAt(attrs, 'text') ?? textAt(attrs, 'shortName') ?? ''],
  ['date', ({ attrs }) => dayOf(textAt(attrs, 'timestamp'))],
  ['inlineCard', ({ attrs }) => textAt(attrs, 'url') ?? ''],
  ['mediaInline', mediaText],
])

const BLOCKS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['heading', (node, level) => `${'#'.repeat(headingLevel(node))} ${flow(node, level)}`],
  ['bulletList', (node, level) => listText(node, level, () => '- ')],
  ['orderedList', (node, level) => listText(node, level, (index) => `${firstNumber(node) + index}. `)],
  ['taskList', (node, level) => listText(node, level, taskMark)],
  ['decisionList', (node, level) => listText(node, level, () => '- ')],
  ['codeBlock', codeText],
  ['blockquote', quoted],
  ['panel', quoted],
  ['rule', () => '---'],
  ['expand', titled],
  ['nestedExpand', titled],
  ['table', tableText],
  ['media', mediaText],
  ['blockCard', ({ attrs }) => textAt(attrs, 'url') ?? ''],
  ['embedCard', ({ attrs }) => textAt(attrs, 'url') ?? ''],
])

function nodeOf(value: unknown): Node | undefined {
  return nodeSchema.safeParse(value).data
}

function childrenOf({ content }: Node): readonly Node[] {
  return (content ?? []).flatMap((child) => nodeOf(child) ?? [])
}

function textAt(attrs: Node['attrs'], name: string): string | undefined {
  const value = attrs?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function rendered(node: Node, level: number): string {
  if (level > MOST_LEVELS) return ''
  const render = INLINE.get(node.type) ?? BLOCKS.get(node.type)
  if (render !== undefined) return render(node, level)
  return node.content ? flow(node, level) : (node.text ?? textAt(node.attrs, 'text') ?? '')
}

function isInline({ type, content }: Node): boolean {
  return INLINE.has(type) || (!BLOCKS.has(type) && !content)
}

/** What a node holds: words run on, blocks stand apart. */
function flow(node: Node, level: number, between = '\n\n'): string {
  const parts: string[] = []
  let isRunning = false
  for (const child of childrenOf(node)) {
    const text = rendered(child, level + 1)
    if (isInline(child) && isRunning) parts.push(`${parts.pop() ?? ''}${text}`)
    else parts.push(text)
    isRunning = isInline(child)
  }
  return parts.filter((part) => part !== '').join(between)
}

function headingLevel({ attrs }: Node): number {
  const value = Number(attrs?.['level'])
  return Number.isInteger(value) && value >= 1 && value <= 6 ? value : 1
}

function firstNumber({ attrs }: Node): number {
  const value = Number(attrs?.['order'] ?? 1)
  return Number.isSafeInteger(value) ? value : 1
}

function taskMark(_index: number, { attrs }: Node): string {
  return attrs?.['state'] === 'DONE' ? '- [x] ' : '- [ ] '
}

function listText(node: Node, level: number, markOf: (index: number, item: Node) => string): string {
  const items = childrenOf(node).map((item, index) => {
    // A list may lie in a list without an item around it.
    if (BLOCKS.has(item.type)) return indented(rendered(item, level + 1), '  ')
    const mark = markOf(index, item)
    return `${mark}${indented(flow(item, level + 1, '\n'), ' '.repeat(mark.length)).trimStart()}`
  })
  return items.join('\n')
}

function indented(text: string, space: string): string {
  return text.replaceAll(/^(?=.)/gm, space)
}

function quoted(node: Node, level: number): string {
  return flow(node, level)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

function titled(node: Node, level: number): string {
  const title = textAt(node.attrs, 'title')
  const text = flow(node, level)
  return title === undefined ? text : `**${title}**\n\n${text}`
}

/** Code is taken word for word; its fence is longer than any within. */
function codeText(node: Node): string {
  const code = childrenOf(node)
    .map(({ text }) => text ?? '')
    .join('')
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${textAt(node.attrs, 'language') ?? ''}\n${code}\n${fence}`
}

function tableText(node: Node, level: number): string {
  const rows = childrenOf(node).map((row) =>
    childrenOf(row).map((cell) =>
      flow(cell, level + 2, ' ')
        .replaceAll('|', String.raw`\|`)
        .replaceAll(/\s+/g, ' '),
    ),
  )
  const [head = [], ...body] = rows
  const lines = [head, head.map(() => '---'), ...body]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function mediaText({ attrs }: Node): string {
  const alt = textAt(attrs, 'alt')
  const url = textAt(attrs, 'url')
  return url === undefined ? `[attachment${alt === undefined ? '' : `: ${alt}`}]` : `![${alt ?? ''}](${url})`
}

function dayOf(timestamp: string | undefined): string {
  const time = Number(timestamp ?? Number.NaN)
  return Math.abs(time) <= LAST_TIME ? new Date(time).toISOString().slice(0, 10) : ''
}

/** Marks stand next to the words: Markdown does not know them next to a space. */
function markedText({ text, marks }: Node): string {
  const all = text ?? ''
  const words = all.trim()
  if (words === '') return all
  const before = all.slice(0, all.length - all.trimStart().length)
  const after = all.slice(all.trimEnd().length)
  const known = (marks ?? []).flatMap((mark) => markSchema.safeParse(mark).data ?? [])
  const has = (type: string): boolean => known.some((mark) => mark.type === type)
  const code = has('code') ? inCode(words) : words
  const struck = has('strike') ? `~~${code}~~` : code
  const italic = has('em') ? `*${struck}*` : struck
  const bold = has('strong') ? `**${italic}**` : italic
  const href = known.find((mark) => mark.type === 'link')?.attrs?.href
  return `${before}${!href || href === words ? bold : `[${bold}](${href})`}${after}`
}

function inCode(words: string): string {
  return words.includes('`') ? `\`\` ${words} \`\`` : `\`${words}\``
}
