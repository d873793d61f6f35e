import type { PageArguments } from '../paging.ts'

/**
 * How Drive is asked for files, those in shared drives too, last changed first.
 *
 * @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list
 */
export function filesQuery(q: string | undefined, fields: string, { cursor, limit }: PageArguments) {
  // Drive refuses to sort what a full-text search found.
  const orderBy = q?.includes('fullText') === true ? undefined : 'modifiedTime desc'
  const everywhere = { includeItemsFromAllDrives: true, supportsAllDrives: true }
  return { q, orderBy, pageSize: limit, pageToken: cursor, fields, ...everywhere }
}
