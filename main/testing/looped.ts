import { z } from 'zod'
import type { LoopbackRedirect } from '../../registry/auth.ts'
import { defineIntegration } from '../../registry/define.ts'
import { notes, notesAuth } from './notes.ts'

/** Another one in each process that runs tests, below what the system gives to outgoing connections. */
export const FIXED_PORT = 20_000 + ((process.pid * 8 + Number(process.env['VITEST_POOL_ID'] ?? 0)) % 10_000)

function withRedirect(id: string, redirect: LoopbackRedirect) {
  const { account, hosts, apiBase = '' } = notes
  const [browser, key] = notesAuth
  return defineIntegration({
    id,
    name: 'Looped notes',
    category: 'productivity',
    description: 'Notes that come back to this computer’s own address.',
    icon: 'notes.svg',
    hosts,
    apiBase,
    account,
    auth: [{ ...browser, redirect, refreshNamesRedirect: true }, key],
    tools: [
      {
        name: `${id}_get_me`,
        description: 'Who is signed in.',
        parameters: z.object({}),
        handler: async (_args, { request }) => (await request('GET /me', { schema: z.unknown() })).data,
      },
    ],
  })
}

/** The notes service with each kind of listener. */
export const looped = [
  withRedirect('looped', { host: '127.0.0.1' }),
  withRedirect('local', { host: 'localhost' }),
  withRedirect('fixed', { host: 'localhost', port: FIXED_PORT }),
]
