import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { temporaryFolder } from '../test-hub.ts'
import { createChildren, type Children } from './children.ts'
import type { Verdict } from './grants.ts'
import { createLane, type Lane } from './lane.ts'
import { startProvider } from './provider.ts'

/** A data folder with one account, whose settings are to survive everything. */
export interface Ada {
  readonly lane: Lane
  readonly id: string
  /** Whether the provider gives a lost answer again. */
  readonly repeatsAnswers: boolean
}

/** What one kill, and the start after it, came to. */
export interface Round {
  /** Where it was killed. */
  readonly point: string
  readonly repeatsAnswers: boolean
  /** Whether the account needs the person. */
  readonly isLost: boolean
  /** What the provider made of each refresh token it was shown. */
  readonly verdicts: readonly Verdict[]
}

/** For a file of tests: processes that can be killed, and a list of the kills. */
export function useRounds() {
  let children: Children
  const rounds: Round[] = []
  beforeAll(async () => {
    children = await createChildren()
  }, 60_000)
  afterAll(() => children.end())
  return {
    rounds,
    async ada(repeatsAnswers: boolean): Promise<Ada> {
      const provider = await startProvider({ repeatsAnswers })
      onTestFinished(() => provider.stop())
      const lane = await createLane(children, provider, temporaryFolder())
      const { connectionId: id } = await lane.signIn('ada')
      if (id === null) throw new Error('The sign-in failed.')
      const picked = { value: 'folder-1', name: 'Inbox' }
      await lane.ask('connections.setDefault', { connectionId: id, argument: 'folder_id', picked })
      return { lane, id, repeatsAnswers }
    },
    /** Kills, starts again, and looks at the account. @param kill leaves no process alive */
    async round(ada: Ada, point: string, kill: (lane: Lane) => Promise<void>): Promise<Round> {
      const { shown } = ada.lane.provider.grants
      const before = shown.length
      await kill(ada.lane)
      await ada.lane.start()
      const isLost = await needsPerson(ada)
      const { repeatsAnswers } = ada
      const round = {
        point,
        repeatsAnswers,
        isLost,
        verdicts: shown.slice(before).map(({ verdict }) => verdict),
      }
      rounds.push(round)
      return round
    },
  }
}

/** Calls as the window does, where nobody waits for a new sign-in. @returns the error, if any */
export async function problemOf(lane: Lane, connectionId: string): Promise<string | undefined> {
  const asked = lane.ask('connections.listChoices', { connectionId, argument: 'folder_id' })
  return await asked.then(
    () => undefined,
    (error: Error) => error.message,
  )
}

/** The first calls of the next life; an account that needs the person is signed in to again. */
async function needsPerson({ lane, id }: Ada): Promise<boolean> {
  const problem = await problemOf(lane, id)
  expect(await settings(lane)).toEqual({ id, policy: 'block', picked: 'Inbox', toolkits: ['notes'] })
  const account = await lane.account('ada')
  if (problem === undefined) expect(account).toMatchObject({ status: 'active', problem: null })
  else {
    expect(problem).toContain('RECONNECT_REQUIRED')
    const why = expect.stringMatching(/^Gatehouse was cut off while it renewed this sign-in/) as string
    expect(account).toMatchObject({ status: 'expired', problem: why })
    expect(await lane.signIn('ada', id)).toMatchObject({ status: 'done', connectionId: id })
  }
  expect(await lane.call()).toEqual([{ status: 200, code: null }])
  return problem !== undefined
}

async function settings(lane: Lane) {
  const { tools } = await lane.ask('integrations.get', { integrationId: 'notes' })
  const account = await lane.account('ada')
  const [app] = await lane.ask('apps.list', {})
  return {
    id: account?.id,
    policy: tools.find(({ name }) => name === 'notes_delete_note')?.policy,
    picked: account?.defaults[0]?.picked,
    toolkits: app?.toolkits,
  }
}
