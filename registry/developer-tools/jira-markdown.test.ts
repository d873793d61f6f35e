import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownOfAdf } from './jira-adf.ts'
import type { AdfNode } from './jira-markdown-inline.ts'
import { adfOfMarkdown } from './jira-markdown.ts'

const text = (words: string, ...marks: readonly object[]) =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks }
const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', content })
const item = (...content: readonly object[]) => ({ type: 'listItem', content })
const link = (href: string) => ({ type: 'link', attrs: { href } })
const strong = { type: 'strong' }
const em = { type: 'em' }
const code = { type: 'code' }
const blocks = (markdown: string) => adfOfMarkdown(markdown).content
const inline = (markdown: string) => blocks(markdown)[0]?.content

describe('Markdown as a document of Jira', () => {
  it('is a whole document, an empty one for an empty text', () => {
    expect(adfOfMarkdown('')).toEqual({ type: 'doc', version: 1, content: [] })
    expect(adfOfMarkdown('Hi')).toEqual({ type: 'doc', version: 1, content: [paragraph(text('Hi'))] })
  })

  it('keeps the line ends of plain text', () => {
    expect(blocks('one\r\ntwo\n\nthree')).toEqual([
      paragraph(text('one'), { type: 'hardBreak' }, text('two')),
      paragraph(text('three')),
    ])
  })

  it('knows headings, rules and fenced code with its language', () => {
    expect(blocks('### Steps\n---\n```ts\n# not a heading\n\n  x\n```\nend')).toEqual([
      { type: 'heading', attrs: { level: 3 }, content: [text('Steps')] },
      { type: 'rule' },
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('# not a heading\n\n  x')] },
      paragraph(text('end')),
    ])
  })

  it('ends code that nobody ended at the end, and writes no empty text, which Jira refuses', () => {
    expect(blocks('~~~\na')).toEqual([{ type: 'codeBlock', content: [text('a')] }])
    expect(blocks('```\n```')).toEqual([{ type: 'codeBlock' }])
  })

  it('nests lists by how far in they begin', () => {
    expect(blocks('- a\n  1. b\n     - c\n- d\n\n  more\n\nend')).toEqual([
      {
        type: 'bulletList',
        content: [
          item(paragraph(text('a')), {
            type: 'orderedList',
            content: [
              item(paragraph(text('b')), { type: 'bulletList', content: [item(paragraph(text('c')))] }),
            ],
          }),
          item(paragraph(text('d')), paragraph(text('more'))),
        ],
      },
      paragraph(text('end')),
    ])
  })

  it('nests below a number by two, three or four spaces, or a tab: models write all of them', () => {
    const nested = [
      {
        type: 'orderedList',
        content: [item(paragraph(text('a')), { type: 'bulletList', content: [item(paragraph(text('b')))] })],
      },
    ]
    for (const space of ['  ', '   ', '    ', '\t']) expect(blocks(`1. a\n${space}- b`)).toEqual(nested)
  })

  it('goes on counting over blank lines, from where the list starts', () => {
    expect(blocks('3. c\n\n4. d')).toEqual([
      {
        type: 'orderedList',
        attrs: { order: 3 },
        content: [item(paragraph(text('c'))), item(paragraph(text('d')))],
      },
    ])
  })

  it('takes a year at the start of a line for a year', () => {
    expect(blocks('It was in\n1986. A good year')).toEqual([
      paragraph(text('It was in'), { type: 'hardBreak' }, text('1986. A good year')),
    ])
  })

  it('puts into items and quotations only what Jira lets stand there', () => {
    expect(blocks('- # Title\n- - deep\n> ## Said\n> ---\n> > twice')).toEqual([
      {
        type: 'bulletList',
        content: [
          item(paragraph(text('Title'))),
          item(paragraph(), { type: 'bulletList', content: [item(paragraph(text('deep')))] }),
        ],
      },
      { type: 'blockquote', content: [paragraph(text('Said')), paragraph(text('twice'))] },
    ])
  })

  it('marks words, also one mark within another', () => {
    expect(inline('a **b *c*** _d_ ~~e~~ `f*`')).toEqual([
      text('a '),
      text('b ', strong),
      text('c', strong, em),
      text(' '),
      text('d', em),
      text(' '),
      text('e', { type: 'strike' }),
      text(' '),
      text('f*', code),
    ])
  })

  it('leaves alone what only looks like a mark', () => {
    for (const plain of [
      '2 * 3 * 4',
      'snake_case_name',
      '** a **',
      '[x] done',
      'a ~ b',
      '[a](javascript:alert)',
    ]) {
      expect(inline(plain)).toEqual([text(plain)])
    }
    expect(
      inline(String.raw`\*not\* \_this\_`)
        ?.map((node) => node.text)
        .join(''),
    ).toBe('*not* _this_')
  })

  it('links words and bare addresses, without the full stop after them', () => {
    expect(inline('[a `b`](https://x.org/c_(d)), https://y.org/e_f.')).toEqual([
      text('a ', link('https://x.org/c_(d)')),
      text('b', link('https://x.org/c_(d)'), code),
      text(', '),
      text('https://y.org/e_f', link('https://y.org/e_f')),
      text('.'),
    ])
  })

  it('puts no other mark beside code: Jira refuses the document', () => {
    expect(inline('**a `b`**')).toEqual([text('a ', strong), text('b', code)])
  })

  it('reads back what it wrote', () => {
    const markdown =
      '# Title\n\nA **bold** [link](https://x.org).\n\n- a\n  - b\n- c\n\n> said\n\n```js\nx\n```\n\n---\n\n1. one\n2. two'
    expect(markdownOfAdf(adfOfMarkdown(markdown))).toBe(markdown)
  })
})

const ITEM_CONTENT = ['paragraph', 'bulletList', 'orderedList', 'codeBlock']
const INLINE_CONTENT = ['text', 'hardBreak']
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  doc: [...ITEM_CONTENT, 'heading', 'blockquote', 'rule'],
  paragraph: INLINE_CONTENT,
  heading: INLINE_CONTENT,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ITEM_CONTENT,
  blockquote: ITEM_CONTENT,
  codeBlock: ['text'],
}

/** What the schema of the format demands of the nodes that are written. */
function expectValid(node: AdfNode): void {
  const { type, content, marks = [] } = node
  const types = content?.map((child) => child.type) ?? []
  expect(CONTENT[type] ?? []).toEqual(expect.arrayContaining(types))
  if (['bulletList', 'orderedList', 'listItem', 'blockquote'].includes(type)) expect(types).not.toEqual([])
  if (type === 'listItem') expect(['paragraph', 'codeBlock']).toContain(types[0])
  if (type === 'text') expect(node.text).not.toBe('')
  const kinds = marks.map((mark) => mark.type)
  expect(new Set(kinds).size).toBe(kinds.length)
  if (kinds.includes('code')) expect(['link', 'code']).toEqual(expect.arrayContaining(kinds))
  if (type === 'codeBlock') expect(content?.every((child) => child.marks === undefined) ?? true).toBe(true)
  for (const child of content ?? []) expectValid(child)
}

const PIECES =
  '- |* |1. |2) |  |    |\t|> |# |```|~~~|```ts|---|**|*|_|~~|`|[|](|)|https://x.org/a_b|\\|word|é😀|\n|\n|\n\n| |\r\n'.split(
    '|',
  )

describe('whatever the text', () => {
  it('writes a document that Jira takes', () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 50 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(texts, (markdown) => {
        expectValid(adfOfMarkdown(markdown))
      }),
      { seed: 7717, numRuns: 500 },
    )
  })

  it.each(['- a\n', '> ', '**a ', '*a ', '[a](', '```\n', '  - x\n', '~~a', '_a ', 'http://', ' '])(
    'is done with 100,000 characters of %j at once: a model may send anything',
    (piece) => {
      const start = performance.now()
      adfOfMarkdown(piece.repeat(Math.floor(100_000 / piece.length)))
      expect(performance.now() - start).toBeLessThan(5000)
    },
  )
})
