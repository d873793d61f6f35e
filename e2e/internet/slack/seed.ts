import type { Channel, User } from './data.ts'

export const userSeeds: readonly User[] = [
  { id: 'U0ADA', name: 'ada', realName: 'Ada Lovelace', title: 'Engineer', isBot: false },
  { id: 'U0GRACE', name: 'grace', realName: 'Grace Hopper', title: 'Admiral', isBot: false },
  { id: 'U0ALAN', name: 'alan', realName: 'Alan Turing', title: '', isBot: false },
  { id: 'U0DEPLOY', name: 'deploy', realName: 'Deploy', title: '', isBot: true },
]

const channel = (
  id: string,
  name: string,
  kind: Channel['kind'],
  topic: string,
  members: readonly string[],
): Channel => ({ id, name, kind, topic, members: [...members], isArchived: false })

const everyone = ['U0ADA', 'U0GRACE', 'U0ALAN', 'U0DEPLOY']

export const channelSeeds: readonly Channel[] = [
  channel('C0GENERAL', 'general', 'public_channel', 'Announcements', everyone),
  channel('C0LAUNCH', 'launch', 'public_channel', 'On the 14th', ['U0ADA', 'U0GRACE']),
  channel('C0RANDOM', 'random', 'public_channel', '', ['U0GRACE', 'U0ALAN']),
  channel('C0BOARD', 'board', 'private_channel', '', ['U0ADA', 'U0ALAN']),
  { ...channel('C0OLD', 'old-plans', 'public_channel', '', ['U0ADA']), isArchived: true },
  channel('D0GRACE', '', 'im', '', ['U0ADA', 'U0GRACE']),
]

type MessageSeed = {
  readonly channel: string
  readonly minutesAgo: number
  readonly user: string
  readonly text: string
  /** The text of the message it answers. */
  readonly inThreadOf?: string
}

export const messageSeeds: readonly MessageSeed[] = [
  { channel: 'C0GENERAL', minutesAgo: 600, user: 'U0GRACE', text: 'Good morning, <@U0ADA> &amp; all' },
  { channel: 'C0LAUNCH', minutesAgo: 300, user: 'U0GRACE', text: 'Who writes the release notes?' },
  {
    channel: 'C0LAUNCH',
    minutesAgo: 290,
    user: 'U0ADA',
    text: 'I do.',
    inThreadOf: 'Who writes the release notes?',
  },
  { channel: 'C0LAUNCH', minutesAgo: 60, user: 'U0DEPLOY', text: 'Build 1843 is green' },
  { channel: 'C0GENERAL', minutesAgo: 30, user: 'U0ALAN', text: 'Lunch at <https://cafe.example|the café>?' },
  { channel: 'D0GRACE', minutesAgo: 10, user: 'U0GRACE', text: 'Call me when you are free' },
]
