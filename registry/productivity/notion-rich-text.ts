import { z } from 'zod'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const flag = z.boolean().nullish()

/** @see https://developers.notion.com/reference/rich-text */
export const richText = z.array(
  z.object({
    plain_text: text,
    href: text,
    annotations: z.object({ bold: flag, italic: flag, strikethrough: flag, code: flag }).nullish(),
  }),
)

type RichText = z.output<typeof richText>

/** What Notion takes: an inline text with its link and its marks. */
export interface TextItem {
  readonly text: { readonly content: string; readonly link?: { readonly url: string } }
  readonly annotations?: Readonly<Record<string, true>>
}

/** Notion refuses an item with a longer text. */
const ITEM_CHARS = 2000

/** Every part stops at its own opening mark, so that a text full of those costs no more than another. */
const INLINE =
  /`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|~~(?<struck>[^~]+)~~|\*(?<italic>[^*\s][^*]*)\*|\[(?<label>[^[\]]+)\]\((?<url>https?:\/\/[^\s)]{1,1990})\)/g

/** The words alone. */
export function plainText(items: RichText | null | undefined): string {
  return (items ?? []).map((item) => item.plain_text ?? '').join('')
}

/** Rich text as inline Markdown. */
export function inlineMarkdown(items: RichText | null | undefined): string {
  return (items ?? []).map(itemMarkdown).join('')
}

function itemMarkdown({ plain_text, href, annotations }: RichText[number]): string {
  const words = plain_text ?? ''
  if (words.trim() === '') return words
  const marks = [
    annotations?.bold ? '**' : '',
    annotations?.italic ? '*' : '',
    annotations?.strikethrough ? '~~' : '',
    annotations?.code ? '`' : '',
  ]
  const marked = `${marks.join('')}${words}${marks.toReversed().join('')}`
  return href ? `[${marked}](${href})` : marked
}

/** Inline Markdown as Notion takes it: code, bold, italic, strikethrough and web links, not one within another. */
export function richTextOf(markdown: string): readonly TextItem[] {
  const matches = [...markdown.matchAll(INLINE)]
  const items = matches.flatMap((match, index) => {
    const before = matches[index - 1]
    const start = before === undefined ? 0 : before.index + before[0].length
    return [...plainItems(markdown.slice(start, match.index)), ...markedItems(match.groups ?? {})]
  })
  const last = matches.at(-1)
  return [...items, ...plainItems(markdown.slice(last === undefined ? 0 : last.index + last[0].length))]
}

function markedItems(groups: Readonly<Record<string, string | undefined>>): readonly TextItem[] {
  const { code, bold, struck, italic, label, url } = groups
  if (code !== undefined) return plainItems(code, { annotations: { code: true } })
  if (bold !== undefined) return plainItems(bold, { annotations: { bold: true } })
  if (struck !== undefined) return plainItems(struck, { annotations: { strikethrough: true } })
  if (italic !== undefined) return plainItems(italic, { annotations: { italic: true } })
  return label === undefined || url === undefined ? [] : plainItems(label, {}, { link: { url } })
}

/** Text taken word for word, in as many items as its length needs. */
export function plainItems(
  words: string,
  marks: Pick<TextItem, 'annotations'> = {},
  link: { readonly link?: { readonly url: string } } = {},
): readonly TextItem[] {
  const items: TextItem[] = []
  let offset: number | undefined = words === '' ? undefined : 0
  while (offset !== undefined) {
    const { text: content, next_offset } = textWindow(words, offset, ITEM_CHARS)
    items.push({ text: { content, ...link }, ...marks })
    offset = next_offset
  }
  return items
}
