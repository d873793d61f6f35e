import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/test-hub.ts'
import { createBackups } from './backups.ts'
import type { ClientParts } from './client-parts.ts'
import { CLIENTS } from './client-table.ts'
import { diskLook } from './disk-look.ts'
import { planClient } from './plan-client.ts'
import { createStdioProgram } from './stdio-program.ts'

/** A computer without paired apps, by default with a bridge and a Node.js. */
function parts(change: Partial<ClientParts> = {}): ClientParts & { readonly home: string } {
  const folder = temporaryFolder()
  const home = join(folder, 'home')
  mkdirSync(home)
  return {
    home,
    around: { system: 'linux', home, environment: {} },
    look: diskLook,
    records: { get: () => undefined, set: () => undefined },
    backups: createBackups(folder),
    program: createStdioProgram('/nowhere', folder),
    apps: {
      find: () => undefined,
      add: () => ({ appId: 'app_1', token: 'gatehouse_x' }),
      renew: () => ({ appId: 'app_1', token: 'gatehouse_x' }),
      remove: () => undefined,
    },
    dataFolder: folder,
    now: () => 0,
    say: String,
    bridgeUrl: () => 'http://127.0.0.1:7717',
    node: () => Promise.resolve({ path: '/usr/bin/node', isManaged: false }),
    ...change,
  }
}

const plan = (on: ClientParts, id: string) =>
  planClient(on, CLIENTS.find((client) => client.id === id) ?? never())

it('without a Node.js that stays, the person is told what to install', async () => {
  await expect(plan(parts({ node: () => Promise.resolve(undefined) }), 'claude-desktop')).rejects.toThrow(
    /needs Node\.js 20 or newer.*nodejs\.org/,
  )
})

it('a Node.js of a version manager is used with a warning', async () => {
  const node = () =>
    Promise.resolve({ path: '/home/ada/.nvm/versions/node/v22.1.0/bin/node', isManaged: true })
  const { shown } = await plan(parts({ node }), 'claude-desktop')
  expect(shown.warnings[0]).toMatch(/version manager/)
})

it('nothing is planned while the bridge has no address', async () => {
  await expect(plan(parts({ bridgeUrl: () => null }), 'cursor')).rejects.toThrow(/bridge is not running/)
})

it('a new file is refused where it would take the place of older settings', async () => {
  const on = parts()
  mkdirSync(join(on.home, '.continue'))
  writeFileSync(join(on.home, '.continue/config.json'), '{}')
  await expect(plan(on, 'continue')).rejects.toThrow(/config\.json/)
})

it('a plan is another one when the bridge has another address', async () => {
  const on = parts()
  const first = await plan(on, 'cursor')
  const second = await plan({ ...on, bridgeUrl: () => 'http://127.0.0.1:7718' }, 'cursor')
  expect((await plan(on, 'cursor')).shown.hash).toBe(first.shown.hash)
  expect(second.shown.hash).not.toBe(first.shown.hash)
})

function never(): never {
  throw new Error('There is no such client.')
}
