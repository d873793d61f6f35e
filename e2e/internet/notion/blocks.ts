import { randomUUID } from 'node:crypto'
import { plain, type RichText } from './inputs.ts'

/** A block with its words; lists are flat. */
export type Block = {
  readonly id: string
  readonly type: string
  readonly richText: RichText
  readonly more: Readonly<Record<string, unknown>>
}

const lines: readonly (readonly [type: string, pattern: RegExp, mark: string])[] = [
  ['heading_1', /^# (.*)$/, '# '],
  ['heading_2', /^## (.*)$/, '## '],
  ['heading_3', /^### (.*)$/, '### '],
  ['bulleted_list_item', /^- (.*)$/, '- '],
  ['numbered_list_item', /^\d+\. (.*)$/, '1. '],
  ['quote', /^> (.*)$/, '> '],
  ['paragraph', /^(.*)$/, ''],
]

const toDo = /^- \[([ x])\] (.*)$/

/** Markdown as Notion would break it into blocks, one a line. */
export const blocksOfMarkdown = (markdown: string): Block[] =>
  markdown
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, mark, words = ''] = toDo.exec(line) ?? []
      if (mark !== undefined) return newBlock('to_do', plain(words), { checked: mark === 'x' })
      if (line === '---') return newBlock('divider', [])
      const [type = 'paragraph', pattern = /^(.*)$/] =
        lines.find(([, candidate]) => candidate.test(line)) ?? []
      return newBlock(type, plain(pattern.exec(line)?.[1] ?? ''))
    })

export const newBlock = (
  type: string,
  richText: RichText,
  more: Readonly<Record<string, unknown>> = {},
): Block => ({ id: randomUUID(), type, richText, more })

/** Blocks as `GET /v1/pages/{page_id}/markdown` writes them. */
export const markdownOfBlocks = (blocks: readonly Block[]): string =>
  blocks.map((block) => markdownOfBlock(block)).join('\n')

const markdownOfBlock = ({ type, richText, more }: Block): string => {
  const words = richText.map(({ plain_text }) => plain_text).join('')
  if (type === 'to_do') return `- [${more['checked'] === true ? 'x' : ' '}] ${words}`
  if (type === 'divider') return '---'
  if (type === 'code') return `\`\`\`${String(more['language'])}\n${words}\n\`\`\``
  return `${lines.find(([candidate]) => candidate === type)?.[2] ?? ''}${words}`
}

export const blockShape = ({ id, type, richText, more }: Block, parent: string) => ({
  object: 'block',
  id,
  parent: { type: 'page_id', page_id: parent },
  has_children: false,
  in_trash: false,
  type,
  [type]: type === 'divider' ? {} : { rich_text: richText, color: 'default', ...more },
})
