import { describe, expect, it } from 'vitest'
import { blockRow, blocksOf } from './notion-blocks.ts'
import { inlineMarkdown, richTextOf } from './notion-rich-text.ts'

const items = (content: string) => [{ text: { content } }]
const read = (plain_text: string) => [{ plain_text, href: null }]

describe('Markdown to Notion', () => {
  it('makes a block of every line that is one, and joins the lines of a paragraph', () => {
    const markdown = [
      '# One',
      '#### Four',
      'a',
      'b',
      '',
      'c',
      '- x',
      '* y',
      '  - [ ] open',
      '- [X] done',
      '2. n',
      '> q',
      '---',
      '```ts',
      '# not a heading',
      '',
      '- **raw**',
      '```',
      'end',
    ].join('\r\n')
    expect(blocksOf(markdown)).toEqual([
      { heading_1: { rich_text: items('One') } },
      { heading_3: { rich_text: items('Four') } },
      { paragraph: { rich_text: items('a\nb') } },
      { paragraph: { rich_text: items('c') } },
      { bulleted_list_item: { rich_text: items('x') } },
      { bulleted_list_item: { rich_text: items('y') } },
      { to_do: { rich_text: items('open'), checked: false } },
      { to_do: { rich_text: items('done'), checked: true } },
      { numbered_list_item: { rich_text: items('n') } },
      { quote: { rich_text: items('q') } },
      { divider: {} },
      { code: { rich_text: items('# not a heading\n\n- **raw**'), language: 'typescript' } },
      { paragraph: { rich_text: items('end') } },
    ])
  })

  it('takes an unclosed fence to the end, in a language that Notion knows', () => {
    const [code] = blocksOf('```klingon\nx')
    expect(code).toEqual({ code: { rich_text: items('x'), language: 'plain text' } })
  })

  it('keeps what looks like a mark and is none', () => {
    expect(richTextOf('2 * 3 * 4, snake_case, [x](javascript:1)')).toEqual(
      items('2 * 3 * 4, snake_case, [x](javascript:1)'),
    )
  })

  it('sends marks and links as Notion has them', () => {
    expect(richTextOf('`a` **b** *c* ~~d~~ [e](https://x.example/f) g')).toEqual([
      { text: { content: 'a' }, annotations: { code: true } },
      ...items(' '),
      { text: { content: 'b' }, annotations: { bold: true } },
      ...items(' '),
      { text: { content: 'c' }, annotations: { italic: true } },
      ...items(' '),
      { text: { content: 'd' }, annotations: { strikethrough: true } },
      ...items(' '),
      { text: { content: 'e', link: { url: 'https://x.example/f' } } },
      ...items(' g'),
    ])
  })

  it.each(['[', '*', '**a', '`', '~~', '[a](http://', '- [ '])(
    'takes a text full of %j without hanging',
    (mark) => {
      const text = mark.repeat(50_000)
      const words = richTextOf(text).map(({ text: { content } }) => content)
      expect(words.join('').length).toBeGreaterThan(0)
    },
  )

  it('cuts what is longer than Notion takes, and never through a character', () => {
    const texts = richTextOf(`${'a'.repeat(1999)}😀b`).map(({ text }) => text.content)
    expect(texts).toEqual(['a'.repeat(1999), '😀b'])
  })
})

describe('Notion to Markdown', () => {
  it.each([
    ['paragraph', { rich_text: read('a') }, 'a'],
    ['heading_4', { rich_text: read('a') }, '#### a'],
    ['numbered_list_item', { rich_text: read('a') }, '1. a'],
    ['to_do', { rich_text: read('a'), checked: false }, '- [ ] a'],
    ['code', { rich_text: read('a*b'), language: 'c' }, '```c\na*b\n```'],
    ['divider', {}, '---'],
    ['equation', { expression: 'x^2' }, '$$x^2$$'],
    ['table_row', { cells: [read('a'), read('b')] }, '| a | b |'],
    ['child_page', { title: 'Sub' }, 'Sub'],
    ['bookmark', { url: 'https://x', caption: [] }, '[link](https://x)'],
    ['image', { type: 'external', external: { url: 'https://x' }, caption: read('Map') }, '[Map](https://x)'],
    ['file', { type: 'file', file: { url: 'https://y' }, caption: [] }, '[link](https://y)'],
  ])('writes a %s', (type, content, markdown) => {
    expect(blockRow({ id: 'a', type, [type]: content })).toEqual({ id: 'a', type, markdown })
  })

  it.each([
    ['table', { table_width: 2 }],
    ['brand_new', 'odd'],
  ])('shows a %s by its type alone', (type, content) => {
    const row = blockRow({ id: 'a', type, has_children: true, [type]: content })
    expect(row).toEqual({ id: 'a', type, has_children: true })
  })

  it('writes marks and links, and leaves blanks unmarked', () => {
    const bold = { bold: true, italic: true }
    expect(
      inlineMarkdown([
        { plain_text: 'a', annotations: bold, href: 'https://x' },
        { plain_text: ' ', annotations: bold },
        { plain_text: 'b', annotations: { code: true, strikethrough: true } },
      ]),
    ).toBe('[***a***](https://x) ~~`b`~~')
  })
})
