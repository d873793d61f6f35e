import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const flag = z.boolean().nullish()
const user = z.object({ displayName: text, emailAddress: text }).nullish()

const file = z.object({
  id: z.string(),
  name: text,
  mimeType: text,
  description: text,
  size: text,
  createdTime: text,
  modifiedTime: text,
  lastModifyingUser: user,
  owners: z.array(z.object({ emailAddress: text })).nullish(),
  parents: z.array(z.string()).nullish(),
  driveId: text,
  shared: flag,
  starred: flag,
  trashed: flag,
  shortcutDetails: z.object({ targetId: text, targetMimeType: text }).nullish(),
  webViewLink: text,
})

const permission = z.object({
  id: z.string(),
  type: text,
  role: text,
  emailAddress: text,
  displayName: text,
  domain: text,
  expirationTime: text,
})

const reply = z.object({ author: user, content: text, createdTime: text })
const comment = z.object({
  id: z.string(),
  author: user,
  content: text,
  createdTime: text,
  resolved: flag,
  quotedFileContent: z.object({ value: text }).nullish(),
  replies: z.array(reply).nullish(),
})

export const fileAnswer = file
export const filesAnswer = z.object({
  files: z.array(file).nullish(),
  incompleteSearch: flag,
  nextPageToken: text,
})
export const drivesAnswer = z.object({
  drives: z.array(z.object({ id: z.string(), name: text, hidden: flag })).nullish(),
  nextPageToken: text,
})
export const permissionAnswer = permission
export const permissionsAnswer = z.object({
  permissions: z.array(permission).nullish(),
  nextPageToken: text,
})
export const commentAnswer = z.object({ id: z.string() })
export const commentsAnswer = z.object({ comments: z.array(comment).nullish(), nextPageToken: text })
export const aboutAnswer = z.object({
  user: z.object({ permissionId: z.string(), emailAddress: text, displayName: text }),
})
/** A deletion is answered with nothing. */
export const noAnswer = z.unknown()

// Without a field mask Drive answers with kind, id, name and type only.
export const ROW_FIELDS =
  'id,name,mimeType,size,modifiedTime,parents,shared,trashed,webViewLink,owners(emailAddress)'
/** Asked of every call that answers with a row; reaches shared drives too. */
export const rowQuery = { fields: ROW_FIELDS, supportsAllDrives: true }
export const DETAIL_FIELDS = `${ROW_FIELDS},description,createdTime,starred,driveId,shortcutDetails(targetId,targetMimeType),lastModifyingUser(displayName,emailAddress)`
export const LIST_FIELDS = `nextPageToken,incompleteSearch,files(${ROW_FIELDS})`
export const PERMISSION_FIELDS = 'id,type,role,emailAddress,displayName,domain,expirationTime'
export const COMMENT_FIELDS =
  'nextPageToken,comments(id,content,createdTime,resolved,author(displayName),quotedFileContent(value),replies(content,createdTime,author(displayName)))'

export function fileRow(node: z.output<typeof file>) {
  return compact({
    id: node.id,
    name: node.name,
    mime_type: node.mimeType,
    size: node.size === undefined || node.size === null ? undefined : Number(node.size),
    parent_id: node.parents?.[0],
    owner: node.owners?.[0]?.emailAddress,
    shared: node.shared,
    trashed: node.trashed === true ? true : undefined,
    modified_at: node.modifiedTime,
    url: node.webViewLink,
  })
}

export function fileDetail(node: z.output<typeof file>) {
  return compact({
    ...fileRow(node),
    description: node.description,
    starred: node.starred === true ? true : undefined,
    shared_drive_id: node.driveId,
    target_id: node.shortcutDetails?.targetId,
    target_mime_type: node.shortcutDetails?.targetMimeType,
    created_at: node.createdTime,
    modified_by: node.lastModifyingUser?.emailAddress ?? node.lastModifyingUser?.displayName,
  })
}

/** A page of files; `incomplete` when Drive could not look everywhere. */
export function filesPage({ files, incompleteSearch, nextPageToken }: z.output<typeof filesAnswer>) {
  return compact({
    files: (files ?? []).map(fileRow),
    incomplete: incompleteSearch === true ? true : undefined,
    next_cursor: nextPageToken,
  })
}

export function permissionRow(node: z.output<typeof permission>) {
  return compact({
    id: node.id,
    type: node.type,
    role: node.role,
    email: node.emailAddress,
    name: node.displayName,
    domain: node.domain,
    expires_at: node.expirationTime,
  })
}

/** A comment with its replies, each text cut at `length` characters. */
export function commentRow(node: z.output<typeof comment>, length: number) {
  return compact({
    id: node.id,
    ...remark(node, length),
    resolved: node.resolved,
    quoted: node.quotedFileContent?.value,
    replies: node.replies?.length ? node.replies.map((answer) => compact(remark(answer, length))) : undefined,
  })
}

function remark({ author, content, createdTime }: z.output<typeof reply>, length: number) {
  const { text, next_offset: rest } = textWindow(content ?? '', 0, length)
  const truncated = rest === undefined ? undefined : true
  return { author: author?.displayName, text, truncated, created_at: createdTime }
}
