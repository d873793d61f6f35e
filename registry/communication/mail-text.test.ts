import { describe, expect, it } from 'vitest'
import { textOfHtml, withoutQuotedHistory } from './mail-text.ts'

describe('textOfHtml', () => {
  it('keeps links and quotations, drops images, styles and invisible padding', () => {
    const html =
      '<style>p{}</style><p>Hi&nbsp;<a href="https://x.org">https://x.org</a></p><img src="a.png" alt="A">' +
      `<p>Preview${'\u034F \u200C '.repeat(20)}</p><blockquote>Old</blockquote>`
    expect(textOfHtml(html)).toMatch(/^Hi\s+https:\/\/x\.org\n\nPreview\s+> Old$/)
  })
})

describe('withoutQuotedHistory', () => {
  it.each([
    [
      'an English attribution',
      'Yes.\n\nOn Mon, Jan 5, 2026 at 9:00 Ada <ada@x.org> wrote:\n\n> Lunch?\n> A',
      'Yes.',
    ],
    ['one over two lines', 'Yes.\n\nOn Mon, Ada\n<ada@x.org> wrote:\n> Lunch?', 'Yes.'],
    ['a German one', 'Ja.\n\nAm 05.01.2026 um 09:00 schrieb Ada:\n> Essen?', 'Ja.'],
    ['one wrapped within the address', 'Yes.\n\nOn Mon, Ada Lovelace <\nada@x.org> wrote:\n> Lunch?', 'Yes.'],
    ['one without a line between', 'Hi.\n\nAt 3.\nOn Mon, Ada <ada@x.org> wrote:\n> Lunch?', 'Hi.\n\nAt 3.'],
    ['Outlook’s line', 'Yes.\n________________________________\nFrom: Ada\nSent: today\n\nLunch?', 'Yes.'],
    ['an old divider', 'Yes.\n-----Original Message-----\nFrom: Ada', 'Yes.'],
  ])('cuts %s', (_kind, text, rest) => {
    expect(withoutQuotedHistory(text)).toBe(rest)
  })

  it.each([
    ['answers between the lines', '> Lunch?\nYes.\n> Where?\nHere.'],
    ['a mail that is nothing but a quotation', '> Lunch?'],
    ['a forwarded mail', 'FYI\n\n---------- Forwarded message ---------\nFrom: Ada\n\nLunch?'],
    ['a list after a colon', 'Bring 2 things:\n- bread\n- wine'],
  ])('keeps %s', (_kind, text) => {
    expect(withoutQuotedHistory(text)).toBe(text)
  })

  it('keeps a sentence that ends in a colon and names nobody', () => {
    expect(withoutQuotedHistory('Have a look:\n\n> Lunch?')).toBe('Have a look:')
  })
})
