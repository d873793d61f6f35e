export type Account = {
  readonly id: string
  /** With its server, for people of others: `grace@tooting.example.net`. */
  readonly acct: string
  readonly name: string
}

export type Status = {
  readonly id: string
  readonly account: Account
  readonly createdAt: string
  readonly text: string
  readonly visibility: string
  readonly spoilerText: string
  readonly language: string | null
  readonly inReplyToId: string | null
}

/** What one person sees at the simulated server. Tests may read and change it. */
export type MastodonData = {
  readonly host: string
  readonly me: Account
  /** The newest first. */
  readonly statuses: Status[]
  /** Ids of posts by the key they were sent with. */
  readonly idempotencyKeys: Map<string, string>
}

const firstId = 103_254_962_155_278_888n

/** Ids only ever grow, as a server's own do. */
export const nextId = ({ statuses }: MastodonData): string =>
  String(firstId + BigInt(statuses.length) * 1000n)

const seeds: readonly (readonly [acct: string, name: string, text: string])[] = [
  ['grace@tooting.example.net', 'Grace', 'A ship in port is safe.'],
  ['alan', 'Alan', 'Can machines toot?'],
  ['grace@tooting.example.net', 'Grace', 'Found a moth in the relay.'],
]

/** A home timeline, dated back from `now` (milliseconds). */
export const createMastodonData = (host: string, now: number): MastodonData => {
  const data: MastodonData = {
    host,
    me: { id: '108', acct: 'ada', name: 'Ada Lovelace' },
    statuses: [],
    idempotencyKeys: new Map(),
  }
  for (const [index, [acct, name, text]] of seeds.entries()) {
    data.statuses.unshift({
      id: nextId(data),
      account: { id: String(200 + index), acct, name },
      createdAt: new Date(now - (seeds.length - index) * 3_600_000).toISOString(),
      text,
      visibility: 'public',
      spoilerText: '',
      language: 'en',
      inReplyToId: null,
    })
  }
  return data
}
