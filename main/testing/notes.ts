import { z } from 'zod'
import type { ApiKeyAuth, OAuth2Auth } from '../../registry/auth.ts'
import { defineIntegration } from '../../registry/define.ts'
import { ProviderError } from '../../registry/provider-error.ts'

const note = z.object({ id: z.string(), title: z.string() })
const account = z.object({ id: z.string(), email: z.string() })
const refused = z.object({ ok: z.literal(false), error: z.literal('invalid_auth') })

export const notesAuth: readonly [OAuth2Auth, ApiKeyAuth] = [
  {
    type: 'oauth2',
    authorizeUrl: 'https://notes.example/oauth/authorize',
    tokenUrl: 'https://notes.example/oauth/token',
    scopes: ['read', 'write'],
    clientIdEnv: 'NOTES_CLIENT_ID',
    clientSecretEnv: 'NOTES_CLIENT_SECRET',
    revoke: { url: 'https://notes.example/oauth/revoke' },
    consoleUrl: 'https://notes.example/console',
  },
  { type: 'api_key', label: 'API key', header: 'x-notes-key', helpUrl: 'https://notes.example/keys' },
]

/** An integration that exists in tests only, in both styles a definition can have. */
export const notes = defineIntegration({
  id: 'notes',
  name: 'Notes',
  category: 'productivity',
  description: 'Short texts.',
  icon: 'notes.svg',
  auth: notesAuth,
  hosts: ['api.notes.example'],
  apiBase: 'https://api.notes.example',
  refusal: (answer) =>
    refused.safeParse(answer).success ? new ProviderError('invalid_auth', 401) : undefined,
  account: {
    async identify({ request }) {
      const { data } = await request('GET /me', { schema: account })
      return { id: data.id, name: data.email }
    },
  },
  defaults: [
    {
      argument: 'folder_id',
      label: 'Folder',
      listedBy: 'notes_list_folders',
      list: 'folders',
      value: 'id',
      name: 'title',
    },
  ],
  tools: [
    {
      name: 'notes_list_folders',
      description: 'List folders.',
      parameters: z.object({ limit: z.int().max(50).optional() }),
      async handler({ limit }, { request }) {
        const { data } = await request('GET /folders', {
          query: { limit },
          schema: z.object({ folders: z.array(note) }),
        })
        return data
      },
    },
    {
      name: 'notes_move_note',
      description: 'Move a note, by default to the top.',
      parameters: z.object({ note_id: z.string(), folder_id: z.string().optional() }),
      handler: () => Promise.resolve({}),
    },
    {
      name: 'notes_add_note',
      description: 'Put a note into a folder.',
      parameters: z.object({ folder_id: z.string(), title: z.string() }),
      async handler(json, { request }) {
        const { data } = await request('POST /notes', { json, schema: note })
        return { id: data.id }
      },
    },
    {
      name: 'notes_list_notes',
      description: 'List notes.',
      parameters: z.object({ cursor: z.string().optional() }),
      async handler({ cursor }, { request }) {
        const { data } = await request('GET /notes', {
          query: { cursor },
          schema: z.object({ notes: z.array(note) }),
        })
        return data
      },
    },
    {
      name: 'notes_create_note',
      description: 'Create a note. Each call makes a new one.',
      parameters: z.object({
        title: z.string().min(1),
        body: z.string().optional(),
        tags: z.array(z.string()).optional(),
      }),
      summary: ({ title }) => `Create the note “${title}”`,
      async handler(json, { request }) {
        const { data } = await request('POST /notes', { json, schema: note })
        return { id: data.id }
      },
    },
    {
      name: 'notes_delete_note',
      description: 'Delete a note for good.',
      parameters: z.object({ note_id: z.string() }),
      async handler({ note_id: id }, { request }) {
        await request('DELETE /notes/{id}', { path: { id }, schema: z.unknown() })
        return { deleted: id }
      },
    },
    {
      name: 'notes_update_note',
      aliases: ['NOTES_EDIT_NOTE'],
      description: 'Change the title of a note.',
      parameters: z.object({ note_id: z.string(), title: z.string() }),
      async handler({ note_id: id, title }, { request }) {
        const { data } = await request('PATCH /notes/{id}', { path: { id }, json: { title }, schema: note })
        return data
      },
    },
    {
      name: 'notes_get_note',
      description: 'Read a note.',
      parameters: {
        type: 'object',
        properties: { note_id: { type: 'string', minLength: 1 } },
        required: ['note_id'],
      },
      handler: async ({ note_id: id }, ctx) => {
        const response = await ctx.fetchOAuth('notes', `https://api.notes.example/notes/${id}`)
        return await response.json()
      },
    },
  ],
})
