import type { DocumentPreview } from './preview.ts'

/**
 * An issue, a task, a page or a comment, as far as the arguments say what will stand in it.
 *
 * @returns undefined when they say neither title nor text: a place alone is no picture
 */
export function documentPreview(document: Omit<DocumentPreview, 'kind'>): DocumentPreview | undefined {
  const { title, body } = document
  return title === undefined && body === undefined ? undefined : { kind: 'document', ...document }
}
