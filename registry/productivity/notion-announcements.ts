import { documentPreview } from '../document-preview.ts'
import { changedFields, quote } from '../sentences.ts'

export interface PageChange {
  readonly page_id: string
  readonly in_trash?: boolean | undefined
  readonly title?: string | undefined
  readonly properties?: Readonly<Record<string, unknown>> | undefined
}

/** `Restore and change title of the page “…”` */
export function pageChangeSentence({ page_id, in_trash, ...fields }: PageChange): string {
  const trash = in_trash === undefined ? [] : [in_trash ? 'trash' : 'restore']
  const change = Object.keys(fields).length === 0 ? [] : [`change ${changedFields(fields)} of`]
  const what = [...trash, ...change].join(' and ') || 'change'
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} the page ${quote(page_id)}`
}

export interface NewComment {
  readonly page_id?: string | undefined
  readonly block_id?: string | undefined
  readonly discussion_id?: string | undefined
  readonly text: string
}

export function commentSentence({ page_id, block_id, discussion_id, text }: NewComment): string {
  return `Comment on ${quote(discussion_id ?? block_id ?? page_id ?? '')}: ${quote(text)}`
}

export function commentPreview({ page_id, block_id, discussion_id, text }: NewComment) {
  return documentPreview({ place: block_id ?? page_id, body: text, replyTo: discussion_id })
}
