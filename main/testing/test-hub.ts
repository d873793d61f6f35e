import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import type { ErrorBody } from '../../preload/contract/errors.ts'
import type { HubEventName, HubEvents } from '../../preload/contract/events.ts'
import type { RequestInput, RequestOutput, Route } from '../../preload/contract/requests.ts'
import type { Approval, Decision, SignIn } from '../../preload/contract/shapes.ts'
import type { Integration } from '../../registry/define.ts'
import { createHub, type Hub } from '../hub.ts'
import { createBridgeClient, type BridgeAnswer, type BridgeClient } from './bridge-client.ts'
import { createFakePlatform, type FakePlatform } from './fake-platform.ts'
import { hosted } from './hosted.ts'
import { looped } from './looped.ts'
import { mischief } from './mischief.ts'
import { createNotesService, type NotesService } from './notes-service.ts'
import { notes } from './notes.ts'

/** A whole hub over fake edges, with what a test asks of it. */
export interface TestHub {
  readonly hub: Hub
  readonly platform: FakePlatform
  readonly service: NotesService
  readonly events: readonly { readonly event: HubEventName; readonly body: unknown }[]
  /** Asks as the window does; fails the test when the answer is an error. */
  ask<R extends Route>(route: R, input: RequestInput<R>): Promise<RequestOutput<R>>
  /** Asks as the window does, and wants an error. */
  refusal<R extends Route>(route: R, input: RequestInput<R>): Promise<ErrorBody>
  signIns(): SignIn[]
  /** A paired app that may use every toolkit; the bridge is started on first use. */
  pair(name?: string): Promise<BridgeClient>
  /** Waits until so many questions are open. */
  questions(count?: number): Promise<Approval[]>
  /** Waits until so many calls wait for a new sign-in, and until the app of this one is left with a ticket. */
  ticket(calling: Promise<BridgeAnswer>, waiting?: number): Promise<BridgeAnswer>
  /** Answers the one open question. */
  decide(decision: Decision): Promise<void>
  /** Requests that reached the provider's API since the accounts were connected. */
  apiRequests(): string[]
  close(): Promise<void>
  /** Closes the hub and makes a new one over the same disk, keychain and clock. */
  restart(): Promise<TestHub>
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

interface Options {
  readonly platform?: FakePlatform
  readonly service?: NotesService
  /** More than the ones every test has. */
  readonly integrations?: readonly Integration[]
}

/** Must be called inside a test; the hub is closed when the test ends. */
export function createTestHub(options: Options = {}): TestHub {
  const platform =
    options.platform ??
    createFakePlatform({ folder: temporaryFolder(), environment: { NOTES_CLIENT_ID: 'client-1' } })
  const service = options.service ?? createNotesService()
  platform.network.respond = service.respond
  const events: { event: HubEventName; body: unknown }[] = []
  const tell = <E extends HubEventName>(event: E, body: HubEvents[E]): void =>
    void events.push({ event, body })
  const hub = createHub(platform, [notes, mischief, hosted, ...looped, ...(options.integrations ?? [])], tell)
  let isClosed = false
  const close = async (): Promise<void> => {
    if (isClosed) return
    isClosed = true
    await hub.close()
  }
  onTestFinished(close)
  let started: Promise<void> | undefined

  const test: TestHub = {
    hub,
    platform,
    service,
    events,
    close,
    async ask<R extends Route>(route: R, input: RequestInput<R>) {
      const reply = await hub.router(route, input)
      if (!reply.ok) throw new Error(`${route}: ${reply.error.code} ${reply.error.message}`)
      return reply.value as RequestOutput<R>
    },
    async refusal(route, input) {
      const reply = await hub.router(route, input)
      if (reply.ok) throw new Error(`${route} was expected to fail`)
      return reply.error
    },
    signIns: () => events.filter(({ event }) => event === 'signIn.changed').map(({ body }) => body as SignIn),
    async pair(name = 'Test app') {
      await (started ??= hub.start())
      const { app, token, url } = await test.ask('apps.add', { name })
      for (const integrationId of ['notes', 'mischief', 'hosted']) {
        await test.ask('apps.setToolkit', { appId: app.id, integrationId, enabled: true })
      }
      return createBridgeClient(app.id, url, token)
    },
    async questions(count = 1) {
      await vi.waitFor(() => expect(hub.waitingApprovals()).toBe(count), { interval: 2 })
      return await test.ask('approvals.list', {})
    },
    async ticket(calling, waiting = 1) {
      await vi.waitFor(
        async () => {
          const ended = await test.ask('connections.listEnded', {})
          expect(ended.map(({ waitingCalls }) => waitingCalls)).toContain(waiting)
        },
        { interval: 2 },
      )
      await platform.clock.advance(45_000)
      return await calling
    },
    async decide(decision) {
      const [question] = await test.questions()
      await test.ask('approvals.decide', { approvalId: question?.id ?? '', decision })
    },
    apiRequests: () =>
      platform.network.requests
        .filter(({ url }) => url.host.startsWith('api.') && url.pathname !== '/me')
        .map(({ method, url }) => `${method} ${url.pathname}`),
    async restart() {
      await close()
      const { dataFolder: folder, keychain, clock, network, environment, opened } = platform
      const again = createFakePlatform({ folder, keychain, clock, network, environment, opened })
      return createTestHub({ platform: again, service })
    },
  }
  return test
}

/** A hub with one account of each test integration, connected by key. */
export async function createConnectedHub(options: Options = {}): Promise<TestHub> {
  const test = createTestHub(options)
  await test.ask('connections.connectWithKey', {
    integrationId: 'notes',
    method: 'api_key',
    values: { key: 'key-of-ada' },
  })
  await test.ask('connections.connectWithKey', {
    integrationId: 'mischief',
    method: 'api_key',
    values: { key: 'key-of-mischief' },
  })
  return test
}
