import type { SignIn } from '../../../preload/contract/shapes.ts'
import { REDIRECT_URI } from '../../connections/redirect-uri.ts'
import { createHub, type Hub } from '../../hub.ts'
import type { Clock, Platform } from '../../platform/platform.ts'
import { createFakePlatform } from '../fake-platform.ts'
import { notes } from '../notes.ts'
import type { CallAnswer, Order } from './orders.ts'
import { createSteps, watchDatabase, watchedNetwork, type Steps } from './steps.ts'

/** 256 bits of nothing secret: the keychain is not what is tried here. */
const KEY = Buffer.alloc(32, 7).toString('base64')

interface Running {
  readonly hub: Hub
  readonly steps: Steps
  readonly clock: { aheadMs: number }
  readonly opened: string[]
  readonly signIns: SignIn[]
}

/** What became of an order, by the number it came with. */
export interface Said {
  readonly id: number
  readonly value?: unknown
  readonly failure?: string | undefined
}

let running: Promise<Running> | undefined

// The program of a child process: the whole hub over a real file, told what to do by its parent.
process.on('message', ({ id, order }: { id: number; order: Order }) => {
  const work =
    order.act === 'open' ? (running = open(order)).then(() => null) : running?.then((it) => obey(it, order))
  const say = (said: Said): void => void process.send?.(said)
  void work?.then(
    (value) => say({ id, value }),
    (error: unknown) => say({ id, failure: error instanceof Error ? error.stack : String(error) }),
  )
})
process.on('disconnect', () => process.exit())

async function open({ folder, origin, aheadMs, killAt }: Extract<Order, { act: 'open' }>): Promise<Running> {
  const steps = createSteps()
  const clock = { aheadMs }
  const opened: string[] = []
  const signIns: SignIn[] = []
  steps.arm(killAt)
  const environment = { ENCRYPTION_KEY: KEY, NOTES_CLIENT_ID: 'client-1' }
  const fake = createFakePlatform({ folder, environment, opened })
  watchDatabase(fake.database, steps)
  const network = { ...fake.network, ...watchedNetwork(origin, steps) }
  const platform: Platform = { ...fake, clock: clockOf(clock), network }
  const hub = createHub(platform, [notes], (event, body) => {
    if (event === 'signIn.changed') signIns.push(body as SignIn)
  })
  await hub.start()
  return { hub, steps, clock, opened, signIns }
}

function clockOf(state: { readonly aheadMs: number }): Clock {
  return {
    now: () => Date.now() + state.aheadMs,
    after(ms, callback) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
  }
}

async function obey(it: Running, order: Exclude<Order, { act: 'open' }>): Promise<unknown> {
  if (order.act === 'arm') {
    it.clock.aheadMs = order.aheadMs
    it.steps.arm(order.killAt)
    return null
  }
  if (order.act === 'steps') return it.steps.done()
  if (order.act === 'ask') return await ask(it.hub, order.route, order.input)
  if (order.act === 'connect') return await connect(it, order)
  const { url } = (await ask(it.hub, 'bridge.status', {})) as { url: string }
  return await Promise.all(Array.from({ length: order.times }, () => call(url, order)))
}

async function ask(hub: Hub, route: string, input: unknown): Promise<unknown> {
  const reply = await hub.router(route, input)
  if (reply.ok) return reply.value
  throw new Error(`${route}: ${reply.error.code} ${reply.error.message}`)
}

async function connect(
  { hub, opened, signIns }: Running,
  { code, connectionId }: Extract<Order, { act: 'connect' }>,
): Promise<SignIn | undefined> {
  await ask(hub, 'connections.beginSignIn', { integrationId: 'notes', connectionId })
  const state = new URL(opened.at(-1) ?? '').searchParams.get('state') ?? ''
  await hub.openLink(`${REDIRECT_URI}?${new URLSearchParams({ state, code }).toString()}`)
  return signIns.at(-1)
}

async function call(url: string, { token, account }: Extract<Order, { act: 'call' }>): Promise<CallAnswer> {
  const response = await fetch(`${url}/v1/tools/notes_list_notes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ account, arguments: {} }),
  })
  const { error } = (await response.json()) as { error?: { code: string } }
  return { status: response.status, code: error?.code ?? null }
}
