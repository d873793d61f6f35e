import type { Channel, Message, SlackData, User } from './data.ts'

export const userShape = (data: SlackData, user: User) => ({
  id: user.id,
  team_id: data.teamId,
  name: user.name,
  deleted: false,
  real_name: user.realName,
  tz: 'Europe/London',
  is_bot: user.isBot,
  is_admin: false,
  profile: {
    title: user.title,
    real_name: user.realName,
    display_name: user.isBot ? '' : (user.realName.split(' ')[0] ?? ''),
    status_text: '',
    ...(user.isBot ? {} : { email: emailOf(user) }),
  },
})

export const emailOf = ({ name }: User): string => `${name}@example.com`

export const channelShape = (data: SlackData, channel: Channel, countMembers = true) =>
  channel.kind === 'im'
    ? {
        id: channel.id,
        is_im: true,
        is_archived: false,
        user: channel.members.find((member) => member !== data.viewer),
      }
    : {
        id: channel.id,
        name: channel.name,
        is_channel: channel.kind === 'public_channel',
        is_group: channel.kind === 'private_channel',
        is_im: false,
        is_private: channel.kind === 'private_channel',
        is_archived: channel.isArchived,
        is_member: channel.members.includes(data.viewer),
        topic: { value: channel.topic, creator: '', last_set: 0 },
        purpose: { value: '', creator: '', last_set: 0 },
        ...(countMembers && { num_members: channel.members.length }),
      }

/** A message; the parent of a thread also says how many answers it has. */
export const messageShape = (data: SlackData, message: Message) => {
  const replies = data.messages.filter(({ threadTs }) => threadTs === message.ts)
  const thread = message.threadTs ?? (replies.length > 0 ? message.ts : undefined)
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: data.teamId,
    ...(thread && { thread_ts: thread }),
    ...(replies.length > 0 && { reply_count: replies.length, latest_reply: replies.at(-1)?.ts }),
    ...(message.reactions.size > 0 && {
      reactions: [...message.reactions].map(([name, users]) => ({ name, users, count: users.length })),
    }),
  }
}

export const matchShape = (data: SlackData, message: Message) => {
  const channel = data.channels.find(({ id }) => id === message.channel)
  return {
    iid: message.ts,
    team: data.teamId,
    channel: { id: message.channel, name: channel?.name ?? '' },
    type: 'message',
    user: message.user,
    username: data.users.find(({ id }) => id === message.user)?.name,
    ts: message.ts,
    text: message.text,
    permalink: `https://meridian.slack.com/archives/${message.channel}/p${message.ts.replace('.', '')}`,
  }
}
