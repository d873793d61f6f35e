import { z } from 'zod'
import { compact } from '../compact.ts'

const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()

const user = z.object({
  id: z.number(),
  is_bot: flag,
  first_name: text,
  last_name: text,
  username: text,
  can_join_groups: flag,
  can_read_all_group_messages: flag,
})

const chat = z.object({
  id: z.number(),
  type: text,
  title: text,
  username: text,
  first_name: text,
  last_name: text,
})

const file = z
  .object({ file_id: z.string(), file_name: text, mime_type: text, file_size: number, emoji: text })
  .nullish()

/** Kinds of files in a message; an animation also comes as a document, so it stands first. */
const FILE_KINDS = ['animation', 'document', 'video', 'audio', 'voice', 'video_note', 'sticker'] as const

const message = z.object({
  message_id: z.number(),
  message_thread_id: number,
  is_topic_message: flag,
  from: user.nullish(),
  sender_chat: chat.nullish(),
  chat,
  date: number,
  text,
  caption: text,
  reply_to_message: z.object({ message_id: z.number() }).nullish(),
  animation: file,
  document: file,
  video: file,
  audio: file,
  voice: file,
  video_note: file,
  sticker: file,
  photo: z.array(z.object({ file_id: z.string(), file_size: number })).nullish(),
  poll: z.object({ question: text }).nullish(),
  contact: z.object({ phone_number: text, first_name: text, last_name: text }).nullish(),
  location: z.object({ latitude: number, longitude: number }).nullish(),
})

/** What is not named here is kept, to say at least which kind of update it is. */
const update = z.looseObject({
  update_id: z.number(),
  message: message.nullish(),
  edited_message: message.nullish(),
  channel_post: message.nullish(),
  edited_channel_post: message.nullish(),
  callback_query: z
    .object({ from: user, data: text, message: z.object({ message_id: z.number(), chat }).nullish() })
    .nullish(),
  my_chat_member: z
    .object({ from: user, chat, new_chat_member: z.object({ status: text }).nullish() })
    .nullish(),
})

const fullChat = chat.extend({
  description: text,
  bio: text,
  invite_link: text,
  linked_chat_id: number,
  pinned_message: message.nullish(),
})

const sent = z.object({ message_id: z.number(), chat: z.object({ id: z.number() }) })

const member = z.object({ status: text, user, custom_title: text })

/** Every answer that is no refusal: https://core.telegram.org/bots/api#making-requests */
function success<S extends z.ZodType>(result: S) {
  return z.object({ result })
}

export const userAnswer = success(user)
export const updatesAnswer = success(z.array(update))
export const queueAnswer = success(z.object({ pending_update_count: z.number() }))
export const chatAnswer = success(fullChat)
export const countAnswer = success(z.number())
export const membersAnswer = success(z.array(member))
export const fileAnswer = success(z.object({ file_path: text }))
export const sentAnswer = success(sent)
export const doneAnswer = success(z.literal(true))

type ChatNode = z.output<typeof chat>
type MessageNode = z.output<typeof message>

/** A user, or the other side of a private chat. */
function personName(node: Pick<ChatNode, 'first_name' | 'last_name' | 'username'>): string | undefined {
  return [node.first_name, node.last_name].filter(Boolean).join(' ') || node.username || undefined
}

function chatName(node: ChatNode): string | undefined {
  return node.title ?? personName(node)
}

export function botRow(node: z.output<typeof user>) {
  return compact({
    id: String(node.id),
    name: node.first_name,
    username: node.username,
    can_join_groups: node.can_join_groups,
    reads_all_group_messages: node.can_read_all_group_messages,
  })
}

export function sentRow({ message_id, chat: place }: z.output<typeof sent>) {
  return { chat_id: String(place.id), message_id }
}

/** The whole chat, with the text of the message that is pinned. */
export function chatRow(node: z.output<typeof fullChat>, members: number | undefined) {
  return compact({
    chat_id: String(node.id),
    type: node.type,
    name: chatName(node),
    username: node.username,
    description: node.description ?? node.bio,
    members,
    invite_link: node.invite_link,
    linked_chat_id: node.linked_chat_id ? String(node.linked_chat_id) : undefined,
    pinned: node.pinned_message ? messageRow(node.pinned_message) : undefined,
  })
}

export function administratorRow({ user: person, status, custom_title }: z.output<typeof member>) {
  return compact({
    user_id: String(person.id),
    name: personName(person),
    username: person.username,
    title: custom_title,
    is_owner: status === 'creator' ? true : undefined,
    is_bot: person.is_bot === true ? true : undefined,
  })
}

/** One update, whatever it is about: messages in full, of kinds not known here the name alone. */
export function updateRow(node: z.output<typeof update>) {
  const { update_id, callback_query: pressed, my_chat_member: membership } = node
  const type = Object.keys(node).find((name) => name !== 'update_id' && node[name])
  const content = node.message ?? node.edited_message ?? node.channel_post ?? node.edited_channel_post
  if (content) return { update_id, type, ...messageRow(content) }
  if (pressed) return { update_id, type, ...pressedRow(pressed) }
  if (membership) return { update_id, type, ...membershipRow(membership) }
  return { update_id, type }
}

function messageRow(node: MessageNode) {
  const { contact, location } = node
  return compact({
    message_id: node.message_id,
    ...placeRow(node.chat),
    // On behalf of a chat, `from` is a made-up user.
    ...(node.sender_chat ? { author: chatName(node.sender_chat) } : authorRow(node.from)),
    time: timeOf(node.date),
    text: node.text ?? node.caption,
    reply_to_message_id: node.reply_to_message?.message_id,
    topic_id: node.is_topic_message === true ? node.message_thread_id : undefined,
    file: fileRow(node),
    poll: node.poll?.question,
    contact: contact
      ? `${personName({ ...contact, username: null }) ?? ''} ${contact.phone_number ?? ''}`.trim()
      : undefined,
    location: location ? `${location.latitude}, ${location.longitude}` : undefined,
  })
}

/** A button under one of the bot's messages. */
function pressedRow({ from, data, message: under }: NonNullable<z.output<typeof update>['callback_query']>) {
  const place = under ? { message_id: under.message_id, ...placeRow(under.chat) } : {}
  return compact({ ...place, ...authorRow(from), data })
}

/** Somebody made the bot a member of a chat, or ended it. */
function membershipRow(node: NonNullable<z.output<typeof update>['my_chat_member']>) {
  return compact({ ...placeRow(node.chat), ...authorRow(node.from), status: node.new_chat_member?.status })
}

function placeRow(node: ChatNode) {
  return { chat_id: String(node.id), chat: chatName(node) }
}

function authorRow(person: z.output<typeof user> | null | undefined) {
  return person ? { author: personName(person), user_id: String(person.id) } : {}
}

/** Of a photo the largest size: Telegram sends it last. */
function fileRow(node: MessageNode) {
  const photo = node.photo?.at(-1)
  if (photo) return compact({ kind: 'photo', file_id: photo.file_id, bytes: photo.file_size })
  const kind = FILE_KINDS.find((name) => node[name])
  const found = kind && node[kind]
  if (!found) return undefined
  const { file_id, file_name: name, mime_type, file_size: bytes, emoji } = found
  return compact({ kind, file_id, name, mime_type, bytes, emoji })
}

function timeOf(seconds: number | null | undefined): string | undefined {
  return seconds ? new Date(seconds * 1000).toISOString() : undefined
}
