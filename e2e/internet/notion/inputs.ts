import { z } from 'zod'

const flag = z.boolean().optional()

/** Rich text as requests have it. @see https://developers.notion.com/reference/rich-text */
export const richText = z
  .array(
    z.strictObject({
      type: z.literal('text').optional(),
      text: z.strictObject({
        content: z.string().max(2000, 'should be at most 2000 characters'),
        link: z.strictObject({ url: z.string() }).nullish(),
      }),
      annotations: z
        .strictObject({ bold: flag, italic: flag, strikethrough: flag, underline: flag, code: flag })
        .optional(),
    }),
  )
  .max(100)

const words = z.strictObject({ rich_text: richText })
const kind = { object: z.literal('block').optional(), type: z.string().optional() }
const wordBlocks = [
  'paragraph',
  'heading_1',
  'heading_2',
  'heading_3',
  'bulleted_list_item',
  'numbered_list_item',
  'quote',
] as const

/** A new block: its content lies under the name of its type. */
export const block = z.union([
  ...wordBlocks.map((type) => z.strictObject({ ...kind, [type]: words })),
  z.strictObject({ ...kind, to_do: words.extend({ checked: flag }) }),
  z.strictObject({ ...kind, code: words.extend({ language: z.string() }) }),
  z.strictObject({ ...kind, divider: z.strictObject({}) }),
])

export const values = z.record(z.string(), z.record(z.string(), z.unknown()))

const size = z.coerce.number().int().min(1).max(100).default(100)

export const page = { page_size: size, start_cursor: z.string().optional() }

export const pageParent = z.union([
  z.strictObject({ type: z.literal('page_id').optional(), page_id: z.string() }),
  z.strictObject({ type: z.literal('data_source_id').optional(), data_source_id: z.string() }),
])

export const commentParent = z.union([
  z.strictObject({ type: z.literal('page_id').optional(), page_id: z.string() }),
  z.strictObject({ type: z.literal('block_id').optional(), block_id: z.string() }),
])

type RichTextInput = z.output<typeof richText>

/** Rich text as answers have it. */
export const stored = (items: RichTextInput) =>
  items.map(({ text, annotations }) => ({
    type: 'text',
    text: { content: text.content, link: text.link ?? null },
    annotations: {
      bold: false,
      italic: false,
      strikethrough: false,
      underline: false,
      code: false,
      color: 'default',
      ...annotations,
    },
    plain_text: text.content,
    href: text.link?.url ?? null,
  }))

export type RichText = ReturnType<typeof stored>

export const plain = (words_: string): RichText =>
  words_ === '' ? [] : stored([{ text: { content: words_ } }])
