import { describe, expect, it } from 'vitest'
import { markdownOfAdf } from './jira-adf.ts'

const text = (words: string, ...marks: readonly unknown[]) => ({ type: 'text', text: words, marks })
const node = (type: string, ...content: readonly unknown[]) => ({ type, content })
const paragraph = (...content: readonly unknown[]) => node('paragraph', ...content)
const item = (...content: readonly unknown[]) => node('listItem', ...content)
const doc = (...content: readonly unknown[]) => ({ version: 1, ...node('doc', ...content) })
const read = (...content: readonly unknown[]) => markdownOfAdf(doc(...content))

describe('a document of Jira as Markdown', () => {
  it('keeps headings, paragraphs and rules apart', () => {
    const heading = { type: 'heading', attrs: { level: 2 }, content: [text('Steps')] }
    expect(read(heading, paragraph(text('One')), { type: 'rule' }, paragraph(text('Two')))).toBe(
      '## Steps\n\nOne\n\n---\n\nTwo',
    )
  })

  it('keeps marks, next to the words and not to the space around them', () => {
    const link = { type: 'link', attrs: { href: 'https://x.org' } }
    expect(
      read(
        paragraph(
          text('See '),
          text('this ', { type: 'strong' }, { type: 'em' }),
          text('old', { type: 'strike' }),
          text(' '),
          text('a`b', { type: 'code' }),
          text(' at '),
          text('home', link),
          text(' or '),
          text('https://x.org', link),
          text(' red', { type: 'textColor', attrs: { color: '#ff0000' } }),
        ),
      ),
    ).toBe('See ***this*** ~~old~~ `` a`b `` at [home](https://x.org) or https://x.org red')
  })

  it('nests lists of every kind, and counts on from where they start', () => {
    const inner = node('bulletList', item(paragraph(text('deep')), node('codeBlock', text('x'))))
    const outer = { type: 'orderedList', attrs: { order: 3 }, content: [item(paragraph(text('one')), inner)] }
    expect(read({ ...outer, content: [...outer.content, item(paragraph(text('two')))] })).toBe(
      '3. one\n   - deep\n     ```\n     x\n     ```\n4. two',
    )
  })

  it('says which tasks are done, also in a list within a list', () => {
    const task = (state: string, words: string) => ({
      ...node('taskItem', text(words)),
      attrs: { state, localId: '1' },
    })
    const inner = node('taskList', task('DONE', 'Pack'))
    expect(read(node('taskList', task('TODO', 'Travel'), inner))).toBe('- [ ] Travel\n  - [x] Pack')
    expect(read(node('decisionList', node('decisionItem', text('Go'))))).toBe('- Go')
  })

  it('takes code word for word, in a fence that no code ends', () => {
    const code = { ...node('codeBlock', text('```\n**not bold**')), attrs: { language: 'md' } }
    expect(read(code)).toBe('````md\n```\n**not bold**\n````')
  })

  it('quotes quotations and panels, every line of them', () => {
    const panel = {
      ...node('panel', paragraph(text('Mind')), paragraph(text('the gap'))),
      attrs: { panelType: 'info' },
    }
    expect(read(panel)).toBe('> Mind\n>\n> the gap')
    expect(read(node('blockquote', paragraph(text('a'), { type: 'hardBreak' }, text('b'))))).toBe('> a\n> b')
  })

  it('draws tables, and lets no cell break out of its row', () => {
    const row = (kind: string, ...cells: readonly string[]) =>
      node('tableRow', ...cells.map((words) => node(kind, paragraph(text(words)), paragraph(text('!')))))
    expect(read(node('table', row('tableHeader', 'a|b', 'c'), row('tableCell', 'd\ne', 'f')))).toBe(
      String.raw`| a\|b ! | c ! |` + '\n| --- | --- |\n| d e ! | f ! |',
    )
  })

  it('keeps what stands for a word: people, days, states, cards, emoji, files', () => {
    const leaf = (type: string, attrs: object) => ({ type, attrs })
    expect(
      read(
        paragraph(
          leaf('mention', { id: '5b10', text: '@Ada' }),
          text(' '),
          leaf('mention', { id: '5b11' }),
          text(' by '),
          leaf('date', { timestamp: '1772323200000' }),
          text(' '),
          leaf('status', { text: 'IN REVIEW', color: 'blue' }),
          text(' '),
          leaf('inlineCard', { url: 'https://x.org/1' }),
          text(' '),
          leaf('emoji', { shortName: ':tada:', text: '🎉' }),
          leaf('emoji', { shortName: ':custom:' }),
        ),
        node('mediaSingle', leaf('media', { type: 'file', id: '1', collection: '', alt: 'log.png' })),
        node('mediaGroup', leaf('media', { type: 'external', url: 'https://x.org/a.png' })),
        leaf('blockCard', { url: 'https://x.org/2' }),
      ),
    ).toBe(
      '@Ada @5b11 by 2026-03-01 IN REVIEW https://x.org/1 🎉:custom:\n\n[attachment: log.png]\n\n![](https://x.org/a.png)\n\nhttps://x.org/2',
    )
  })

  it('gives what an unknown node holds, and goes on after one that holds nothing', () => {
    const unknown = node(
      'layoutSection',
      node('layoutColumn', paragraph(text('left'))),
      node('layoutColumn', paragraph(text('right'))),
    )
    const titled = { ...node('expand', paragraph(text('more'))), attrs: { title: 'Details' } }
    expect(
      read(
        unknown,
        { type: 'extension', attrs: {} },
        titled,
        { type: 'constructor' },
        paragraph(text('end')),
      ),
    ).toBe('left\n\nright\n\n**Details**\n\nmore\n\nend')
    expect(read(paragraph(text('a '), { type: 'placeholder', attrs: { text: 'name' } }, text(' b')))).toBe(
      'a name b',
    )
  })

  it.each([
    [undefined, ''],
    [null, ''],
    ['plain', 'plain'],
    [{ type: 'doc', version: 1, content: [] }, ''],
    [{ type: 'doc', version: 1, content: ['x', 7, { noType: true }, paragraph(text('kept'))] }, 'kept'],
    [doc({ type: 'date', attrs: { timestamp: '9e99' } }), ''],
    [doc({ type: 'heading', attrs: { level: 99 }, content: [text('x')] }), '# x'],
  ])('does not fall over %j', (document, markdown) => {
    expect(markdownOfAdf(document)).toBe(markdown)
  })

  it('survives a document that is nested without end', () => {
    let inner: unknown = paragraph(text('never seen'))
    for (let level = 0; level < 5000; level += 1) inner = node('blockquote', inner)
    expect(read(paragraph(text('top')), inner)).toMatch(/^top/)
  })
})
