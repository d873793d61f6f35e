import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineIntegration } from '../../registry/define.ts'
import { translated } from '../../registry/translation.ts'
import { desktopApp } from '../apps/desktop-app.ts'
import { notesAuth } from '../testing/notes.ts'
import { approvalForWindow } from './approval-for-window.ts'
import { createParkedCall } from './parked-call.ts'

const board = defineIntegration({
  id: 'board',
  name: 'Board',
  category: 'productivity',
  description: 'A wall.',
  icon: 'board.svg',
  auth: notesAuth,
  tools: [
    {
      name: 'board_post_note',
      description: 'Post a note.',
      parameters: z.object({ text: z.string() }),
      summary: ({ text }) => `Post “${text}”`,
      preview: ({ text }) => ({ kind: 'message', place: 'Everyone', text }),
      handler: () => Promise.resolve(null),
    },
  ],
})

const inGerman = translated(board, {
  description: 'Eine Wand.',
  words: {},
  tools: {
    board_post_note: {
      description: 'Postet eine Notiz.',
      summary: ({ text }) => `„${String(text)}“ posten`,
      previewWords: () => 'Alle',
    },
  },
})

it('a question has its picture in the language of its sentence', () => {
  const [tool] = board.tools
  if (tool === undefined) throw new Error('no tool')
  const connection = {
    id: 'con_1',
    workspaceId: 'wks',
    integrationId: board.id,
    authType: 'api_key',
    accountId: '1',
    accountName: 'ada',
    site: {},
    status: 'active',
    scopes: [],
    connectedAt: 0,
    signedInAt: 0,
    problem: null,
    isDefault: false,
  } as const
  const call = {
    id: 'call_1',
    app: desktopApp('wks', board.id),
    integration: board,
    tool,
    connection,
    arguments: { text: 'Everyone' },
  }
  const entry = createParkedCall({ id: 'apr_1', call, sameness: '', requestedAt: 0, expiresAt: 1 })
  const shown = { of: () => inGerman, ready: () => Promise.resolve() }
  const { summary, preview } = approvalForWindow(entry, null, { shown, say: String })
  expect(summary).toBe('„Everyone“ posten')
  expect(preview).toEqual({ kind: 'message', place: 'Alle', text: 'Everyone' })
})
