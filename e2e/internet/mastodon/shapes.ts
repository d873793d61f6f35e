import { escapeHtml } from '../page.ts'
import type { Account, MastodonData, Status } from './data.ts'

/** @see https://docs.joinmastodon.org/entities/Account/ */
export const accountShape = ({ host, me, statuses }: MastodonData, account: Account) => ({
  id: account.id,
  username: account.acct.split('@')[0],
  acct: account.acct,
  display_name: account.name,
  locked: false,
  bot: false,
  discoverable: true,
  group: false,
  created_at: '2024-11-24T00:00:00.000Z',
  note: '<p>Counts</p>',
  url: `https://${host}/@${account.acct}`,
  uri: `https://${host}/users/${account.acct}`,
  avatar: `https://${host}/avatars/original/missing.png`,
  header: `https://${host}/headers/original/missing.png`,
  followers_count: 12,
  following_count: 3,
  statuses_count: statuses.filter((status) => status.account.id === account.id).length,
  emojis: [],
  fields: [],
  ...(account.id === me.id && {
    source: { privacy: 'public', sensitive: false, language: 'en', note: 'Counts', fields: [] },
  }),
})

/** @see https://docs.joinmastodon.org/entities/Status/ */
export const statusShape = (data: MastodonData, status: Status) => ({
  id: status.id,
  created_at: status.createdAt,
  in_reply_to_id: status.inReplyToId,
  in_reply_to_account_id: null,
  sensitive: status.spoilerText !== '',
  spoiler_text: status.spoilerText,
  visibility: status.visibility,
  language: status.language,
  uri: `https://${data.host}/users/${status.account.acct}/statuses/${status.id}`,
  url: `https://${data.host}/@${status.account.acct}/${status.id}`,
  replies_count: 0,
  reblogs_count: 0,
  favourites_count: 0,
  favourited: false,
  reblogged: false,
  muted: false,
  bookmarked: false,
  content: `<p>${escapeHtml(status.text).replaceAll('\n', '<br />')}</p>`,
  reblog: null,
  account: accountShape(data, status.account),
  media_attachments: [],
  mentions: [],
  tags: [],
  emojis: [],
  card: null,
  poll: null,
})
