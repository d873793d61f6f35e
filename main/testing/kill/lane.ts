import type { RequestInput, RequestOutput, Route } from '../../../preload/contract/requests.ts'
import type { Connection, SignIn } from '../../../preload/contract/shapes.ts'
import { ProcessDied, type Child, type Children } from './children.ts'
import type { CallAnswer, Order } from './orders.ts'
import type { Cut, Provider } from './provider.ts'

/** When a process dies: before a step of its own, at a point of the provider's, or some time after it has begun. */
export type Death = { readonly killAt: string } | { readonly cut: Cut } | { readonly afterMs: number }

/** One data folder and one provider, through the lives of many processes. */
export interface Lane {
  readonly provider: Provider
  ask<R extends Route>(route: R, input: RequestInput<R>): Promise<RequestOutput<R>>
  /** Calls a tool of ada's through the bridge, as the paired app. */
  call(times?: number): Promise<readonly CallAnswer[]>
  signIn(account: string, connectionId?: string): Promise<SignIn>
  account(name: string): Promise<Connection | undefined>
  /** Moves the clock on, from the next work on that the process is armed for. */
  pass(ms: number): void
  /** The steps of some work, in order; without any, those since the start. */
  stepsOf(work?: () => Promise<unknown>): Promise<readonly string[]>
  /** Lets the process die while it works, or right after. @param death absent for what it was started with */
  die(death: Death | undefined, work: () => Promise<unknown>): Promise<void>
  /** Starts the next process over the same file. @param killAt the step of the start at which it dies in turn */
  start(killAt?: string): Promise<void>
  /** Whether a process is alive. */
  isAlive(): boolean
}

export async function createLane(children: Children, provider: Provider, folder: string): Promise<Lane> {
  let child: Child | undefined
  let aheadMs = 0
  let token = ''
  const tell = (order: Order): Promise<unknown> => {
    if (child === undefined) throw new Error('No process is alive.')
    return child.tell(order)
  }
  /** Whether the process is alive after it. */
  const outlives = async (victim: Child, work: Promise<unknown>): Promise<boolean> => {
    try {
      await work
      return true
    } catch (error) {
      if (!(error instanceof ProcessDied)) throw error
      await victim.died
      child = undefined
      return false
    }
  }

  const arm = async (victim: Child, death: Death): Promise<void> => {
    await tell({ act: 'arm', killAt: 'killAt' in death ? death.killAt : undefined, aheadMs })
    if ('cut' in death) provider.cutAt(death.cut, victim.kill)
    if ('afterMs' in death) setTimeout(victim.kill, death.afterMs)
  }

  const lane: Lane = {
    provider,
    ask: (async (route: Route, input: RequestInput<Route>) =>
      await tell({ act: 'ask', route, input })) as Lane['ask'],
    call: async (times = 1) =>
      (await tell({ act: 'call', token, account: 'ada@example.com', times })) as readonly CallAnswer[],
    signIn: async (account, connectionId) =>
      (await tell({ act: 'connect', code: provider.grants.newCode(account), connectionId })) as SignIn,
    async account(name) {
      const { connections } = await lane.ask('integrations.get', { integrationId: 'notes' })
      return connections.find(({ accountName }) => accountName === `${name}@example.com`)
    },
    pass: (ms) => void (aheadMs += ms),
    async stepsOf(work) {
      if (work !== undefined) await tell({ act: 'arm', aheadMs })
      await work?.()
      return (await tell({ act: 'steps' })) as readonly string[]
    },
    async die(death, work) {
      const victim = child
      if (victim === undefined) throw new Error('No process is alive.')
      if (death !== undefined) await arm(victim, death)
      const isAlive = await outlives(victim, work())
      if (isAlive && death !== undefined && 'cut' in death) {
        throw new Error(`The provider never came to: ${death.cut}`)
      }
      victim.kill()
      await victim.died
      child = undefined
    },
    async start(killAt) {
      child = children.next()
      await outlives(child, tell({ act: 'open', folder, origin: provider.origin, aheadMs, killAt }))
    },
    isAlive: () => child !== undefined,
  }

  await lane.start()
  const paired = await lane.ask('apps.add', { name: 'Test app' })
  token = paired.token
  await lane.ask('apps.setToolkit', { appId: paired.app.id, integrationId: 'notes', enabled: true })
  await lane.ask('policies.set', { tool: 'notes_delete_note', policy: 'block' })
  return lane
}
