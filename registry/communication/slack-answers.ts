import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

/** What people are called, by id. */
export type Names = ReadonlyMap<string, string>

const text = z.string().nullish()
const count = z.number().nullish()
const flag = z.boolean().nullish()
const value = z.object({ value: text }).nullish()
const response_metadata = z.object({ next_cursor: text }).nullish()

const user = z.object({
  id: z.string(),
  name: text,
  real_name: text,
  deleted: flag,
  is_bot: flag,
  tz: text,
  profile: z
    .object({ display_name: text, real_name: text, email: text, title: text, status_text: text })
    .nullish(),
})

const channel = z.object({
  id: z.string(),
  name: text,
  user: text,
  is_private: flag,
  is_archived: flag,
  is_member: flag,
  num_members: count,
  topic: value,
  purpose: value,
})

const message = z.object({
  ts: z.string(),
  user: text,
  username: text,
  bot_profile: z.object({ name: text }).nullish(),
  text,
  thread_ts: text,
  reply_count: count,
  attachments: z.array(z.object({ fallback: text, text })).nullish(),
  files: z.array(z.object({ id: text, name: text })).nullish(),
  reactions: z.array(z.object({ name: text, count })).nullish(),
})

const match = z.object({
  ts: z.string(),
  channel: z.object({ id: text, name: text }).nullish(),
  user: text,
  username: text,
  text,
  permalink: text,
})

export const identityAnswer = z.object({
  user_id: z.string(),
  user: text,
  team_id: z.string(),
  team: text,
  url: text,
  bot_id: text,
})
export const channelsAnswer = z.object({ channels: z.array(channel), response_metadata })
export const channelAnswer = z.object({ channel })
export const messagesAnswer = z.object({ messages: z.array(message), response_metadata })
export const matchesAnswer = z.object({
  messages: z.object({
    total: count,
    matches: z.array(match),
    paging: z.object({ page: count, pages: count }).nullish(),
  }),
})
export const usersAnswer = z.object({ members: z.array(user), response_metadata })
export const userAnswer = z.object({ user })
export const postedAnswer = z.object({ channel: text, ts: text })
export const openedAnswer = z.object({ channel: z.object({ id: z.string() }), already_open: flag })
export const doneAnswer = z.object({ ok: z.literal(true) })

interface Paged {
  readonly response_metadata?: z.output<typeof response_metadata>
}

/** Rows under their own name, with `next_cursor` while there is more: Slack sends an empty one at the end. */
export function pageOf(name: string, rows: readonly unknown[], { response_metadata: more }: Paged) {
  return compact({ [name]: rows, next_cursor: more?.next_cursor || undefined })
}

/** What other people see: display name, else full name, else handle; Slack writes an absent one as ''. */
export function nameOf({ name, real_name, profile }: z.output<typeof user>): string | undefined {
  return profile?.display_name || profile?.real_name || real_name || name || undefined
}

export function userRow({ profile, ...node }: z.output<typeof user>) {
  return compact({
    id: node.id,
    handle: node.name,
    name: nameOf({ ...node, profile }),
    email: profile?.email,
    title: profile?.title || undefined,
    status: profile?.status_text || undefined,
    time_zone: node.tz,
    is_bot: node.is_bot === true ? true : undefined,
    deactivated: node.deleted === true ? true : undefined,
  })
}

/** A direct message has no name: it is called after the other person. */
export function channelRow(node: z.output<typeof channel>, names: Names) {
  const person = node.user ?? undefined
  return compact({
    id: node.id,
    name: node.name ?? (person === undefined ? undefined : names.get(person)),
    user_id: node.name ? undefined : person,
    is_private: node.is_private,
    is_member: node.is_member,
    is_archived: node.is_archived === true ? true : undefined,
    members: node.num_members,
    topic: node.topic?.value || undefined,
    purpose: node.purpose?.value || undefined,
  })
}

type MessageNode = z.output<typeof message>

/** Everybody a page of messages names: authors first, then who is mentioned. */
export function peopleIn(messages: readonly MessageNode[]): readonly (string | null | undefined)[] {
  const mentioned = messages.flatMap((node) => [...(node.text ?? '').matchAll(/<@(\w+)>/g)])
  return [...messages.map((node) => node.user), ...mentioned.map(([, id]) => id)]
}

/** A message, its text cut at `length` characters; a text-less one shows what its attachments say. */
export function messageRow(node: MessageNode, names: Names, length: number) {
  const attached = node.attachments?.map((part) => part.text || part.fallback).filter(Boolean)
  const whole = withNames(node.text || attached?.join('\n') || '', names)
  return compact({
    ts: node.ts,
    time: timeOf(node.ts),
    author: names.get(node.user ?? '') ?? node.username ?? node.bot_profile?.name,
    user_id: node.user,
    ...cut(whole, length),
    thread_ts: node.thread_ts,
    replies: node.reply_count,
    files: node.files?.map(compact),
    reactions: node.reactions?.map(compact),
  })
}

export function matchRow(node: z.output<typeof match>, length: number) {
  return compact({
    channel_id: node.channel?.id,
    channel: node.channel?.name,
    ts: node.ts,
    time: timeOf(node.ts),
    author: node.username,
    user_id: node.user || undefined,
    ...cut(node.text ?? '', length),
    url: node.permalink,
  })
}

function cut(whole: string, length: number) {
  const { text: shown, next_offset: rest } = textWindow(whole, 0, length)
  return { text: shown, truncated: rest === undefined ? undefined : true }
}

/** `<@U1>` becomes `<@U1|Ada>`, which Slack reads as the same mention. */
function withNames(mrkdwn: string, names: Names): string {
  return mrkdwn.replaceAll(/<@(\w+)>/g, (mention, id: string) => {
    const name = names.get(id)
    return name === undefined ? mention : `<@${id}|${name}>`
  })
}

/** A message's `ts` begins with Unix seconds. */
function timeOf(ts: string): string | undefined {
  const milliseconds = Number(ts) * 1000
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : undefined
}
