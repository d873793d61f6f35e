import { channelSeeds, messageSeeds, userSeeds } from './seed.ts'

export type User = {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly title: string
  readonly isBot: boolean
}

export type Channel = {
  readonly id: string
  readonly name: string
  readonly kind: 'public_channel' | 'private_channel' | 'im'
  readonly topic: string
  readonly isArchived: boolean
  readonly members: string[]
}

export type Message = {
  readonly channel: string
  readonly ts: string
  readonly user: string
  readonly threadTs: string | null
  text: string
  readonly reactions: Map<string, string[]>
}

/** Everything one person sees in the simulated workspace. Tests may read and change it. */
export type SlackData = {
  readonly teamId: string
  readonly viewer: string
  readonly users: User[]
  readonly channels: Channel[]
  readonly messages: Message[]
  /** A `ts` that no message has yet. */
  nextTs(): string
}

/** Channels, people and messages, dated back from `now` (milliseconds). */
export const createSlackData = (now: number): SlackData => {
  let counter = 0
  const tsAt = (time: number): string => `${Math.floor(time / 1000)}.${String(++counter).padStart(6, '0')}`
  const stamped = messageSeeds.map((seed) => ({ ...seed, ts: tsAt(now - seed.minutesAgo * 60_000) }))
  return {
    teamId: 'T0MERIDIAN',
    viewer: 'U0ADA',
    users: [...userSeeds],
    channels: channelSeeds.map((seed) => ({ ...seed, members: [...seed.members] })),
    messages: stamped.map(({ channel, user, text, ts, inThreadOf }) => ({
      channel,
      user,
      text,
      ts,
      threadTs: stamped.find((parent) => parent.text === inThreadOf)?.ts ?? null,
      reactions: new Map<string, string[]>(),
    })),
    nextTs: () => tsAt(Date.now()),
  }
}
