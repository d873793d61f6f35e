import { z } from 'zod'
import { compact } from '../compact.ts'
import { pageOfAll, type PageArguments } from '../paging.ts'
import { ProviderError } from '../provider-error.ts'

const text = z.string().nullish()
const count = z.number().nullish()
const flag = z.boolean().nullish()

const user = z.object({ id: z.string(), username: text, global_name: text, bot: flag })

const guild = z.object({ id: z.string(), name: text, owner: flag, approximate_member_count: count })

const channel = z.object({ id: z.string(), type: z.number(), name: text, parent_id: text, topic: text })

const thread = z.object({
  id: z.string(),
  name: text,
  parent_id: text,
  message_count: count,
  thread_metadata: z.object({ locked: flag, create_timestamp: text }).nullish(),
})

const member = z.object({ user, nick: text, roles: z.array(z.string()).nullish(), joined_at: text })

const message = z.object({
  id: z.string(),
  channel_id: text,
  author: user.nullish(),
  content: text,
  timestamp: text,
  edited_timestamp: text,
  mentions: z.array(user).nullish(),
  attachments: z.array(z.object({ filename: text, url: text })).nullish(),
  embeds: z.array(z.object({ title: text, description: text, url: text })).nullish(),
  reactions: z.array(z.object({ emoji: z.object({ id: text, name: text }), count })).nullish(),
  message_reference: z.object({ message_id: text }).nullish(),
  message_snapshots: z.array(z.object({ message: z.object({ content: text }) })).nullish(),
  thread: z.object({ id: z.string(), name: text }).nullish(),
})

function list<S extends z.ZodType>(item: S) {
  return z.array(item).nullable()
}

export const userAnswer = user
export const guildsAnswer = list(guild)
export const channelsAnswer = list(channel)
export const threadsAnswer = z.object({ threads: z.array(thread) })
export const threadAnswer = thread
export const membersAnswer = list(member)
export const messagesAnswer = list(message)
export const messageAnswer = message
export const foundAnswer = z.object({ messages: z.array(z.array(message)), total_results: count })
export const directAnswer = z.object({ id: z.string() })
/** 204: no body. */
export const nothing = z.unknown()

const notReady = z.object({ code: z.number(), message: z.string(), retry_after: z.number() })

/** A search in a server that is not indexed yet is answered with 202 and an error. */
export function discordRefusal(answer: unknown): ProviderError | undefined {
  const { data } = notReady.safeParse(answer)
  return data && new ProviderError(data.message, 503, Math.ceil(data.retry_after))
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const TYPE_NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'text'],
  [2, 'voice'],
  [4, 'category'],
  [5, 'announcement'],
  [13, 'stage'],
  [14, 'directory'],
  [15, 'forum'],
  [16, 'media'],
])

/** A page whose next one begins after its last id: Discord sends no cursor, so a full page may be the last. */
export function pageById<T>(
  name: string,
  nodes: readonly T[],
  limit: number,
  { idOf, rowOf }: { readonly idOf: (node: T) => string; readonly rowOf: (node: T) => unknown },
) {
  const end = nodes.at(-1)
  const next = end === undefined || nodes.length < limit ? undefined : idOf(end)
  return compact({ [name]: nodes.map(rowOf), next_cursor: next })
}

/** A page of what Discord sends whole, with how much that is. */
export function pageWithTotal(name: string, rows: readonly unknown[], page: PageArguments) {
  return { ...pageOfAll(name, rows, page), total: rows.length }
}

/** Display name, else user name. */
function nameOf(node: z.output<typeof user> | null | undefined): string | null | undefined {
  return node?.global_name ?? node?.username
}

export function userRow(node: z.output<typeof user>) {
  const { id, username, global_name, bot } = node
  return compact({ id, username, name: global_name, is_bot: bot })
}

export function guildRow({ approximate_member_count: members, owner, ...node }: z.output<typeof guild>) {
  return compact({ ...node, owner: owner === true ? true : undefined, members })
}

type ChannelNode = z.output<typeof channel>

/** Channels with the names of their categories, which are channels themselves and left out. */
export function channelRows(nodes: readonly ChannelNode[]): readonly unknown[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  return nodes
    .map((node) => ({ ...node, type: TYPE_NAMES.get(node.type) ?? String(node.type) }))
    .filter(({ type }) => type !== 'category')
    .map(({ parent_id, ...node }) => compact({ ...node, category: names.get(parent_id ?? '') }))
}

export function threadRow(node: z.output<typeof thread>) {
  return compact({
    id: node.id,
    name: node.name,
    channel_id: node.parent_id,
    messages: node.message_count,
    locked: node.thread_metadata?.locked === true ? true : undefined,
    created_at: node.thread_metadata?.create_timestamp,
  })
}

export function memberRow({ user: person, nick, roles, joined_at }: z.output<typeof member>) {
  return compact({ ...userRow(person), nick, role_ids: roles, joined_at })
}

type MessageNode = z.output<typeof message>

export function messageRow(node: MessageNode) {
  return compact({
    id: node.id,
    time: node.timestamp,
    author: nameOf(node.author),
    author_id: node.author?.id,
    is_bot: node.author?.bot === true ? true : undefined,
    content: contentOf(node),
    edited_at: node.edited_timestamp,
    reply_to: node.message_reference?.message_id,
    mentions: filled(node.mentions?.map((person) => compact({ id: person.id, name: nameOf(person) }))),
    attachments: filled(node.attachments?.map(compact)),
    reactions: filled(node.reactions?.map(reactionRow)),
    thread_id: node.thread?.id,
  })
}

export function foundRow(node: MessageNode) {
  return compact({ channel_id: node.channel_id, ...messageRow(node) })
}

/** What is written, else what was forwarded, else what the embeds say. */
function contentOf({ content, message_snapshots: forwarded, embeds }: MessageNode): string {
  const embedded = embeds?.map((embed) =>
    [embed.title, embed.description, embed.url].filter(Boolean).join('\n'),
  )
  return content || forwarded?.[0]?.message.content || embedded?.join('\n\n') || ''
}

/** A custom emoji is used as `name:id`. */
function reactionRow({ emoji, count: times }: NonNullable<MessageNode['reactions']>[number]) {
  const custom = emoji.id && emoji.name ? `${emoji.name}:${emoji.id}` : undefined
  return compact({ emoji: custom ?? emoji.name, count: times })
}

function filled<T>(rows: readonly T[] | undefined): readonly T[] | undefined {
  return rows?.length ? rows : undefined
}
