import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import * as answers from './google-drive-answers.ts'

interface MoveArguments {
  readonly file_id: string
  readonly folder_id: string
}

/** Puts a file into one folder and takes it out of those it lies in: Drive does only what both lists say. */
export async function moveFile({ file_id, folder_id }: MoveArguments, { request }: ToolContext) {
  const options = { path: { file_id }, schema: answers.fileAnswer }
  const { data: before } = await request('GET /files/{file_id}', {
    ...options,
    query: { fields: 'id,parents', supportsAllDrives: true },
  })
  const former = before.parents?.filter((parent) => parent !== folder_id) ?? []
  const { data } = await request('PATCH /files/{file_id}', {
    ...options,
    query: {
      ...answers.rowQuery,
      addParents: folder_id,
      removeParents: former.length === 0 ? undefined : former.join(','),
    },
    json: {},
  })
  return answers.fileRow(data)
}

interface ShareArguments {
  readonly file_id: string
  readonly type: 'user' | 'group' | 'anyone'
  readonly role: string
  readonly email?: string | undefined
  readonly message?: string | undefined
}

/** Gives access; Drive refuses an e-mail about a permission that is nobody’s in particular. */
export async function shareFile(
  { file_id, type, role, email, message }: ShareArguments,
  { request }: ToolContext,
) {
  const isAnyone = type === 'anyone'
  if (isAnyone !== (email === undefined)) {
    throw new ProviderError(ownReason('emailOfOne'), 400)
  }
  const { data } = await request('POST /files/{file_id}/permissions', {
    path: { file_id },
    query: {
      sendNotificationEmail: isAnyone ? undefined : true,
      emailMessage: isAnyone ? undefined : message,
      fields: answers.PERMISSION_FIELDS,
      supportsAllDrives: true,
    },
    json: { type, role, emailAddress: email },
    schema: answers.permissionAnswer,
  })
  return answers.permissionRow(data)
}
