import type { Field, WrittenAuth } from '../auth.ts'

const MASTODON_SOCIAL = 'mastodon.social'

const instance: Field = {
  name: 'instance',
  label: 'Server',
  kind: 'host',
  default: MASTODON_SOCIAL,
  hint: 'Where your account lives: the last part of @you@server',
}

const SCOPES = {
  'read:accounts': 'See your profile and other people’s',
  'read:statuses': 'Read your timeline and posts',
  'read:search': 'Search',
  'read:notifications': 'Read your notifications',
  'read:bookmarks': 'Read your bookmarks',
  'write:statuses': 'Post, boost, edit and delete posts as you',
  'write:favourites': 'Favourite posts as you',
  'write:follows': 'Follow people as you',
}

/**
 * By browser, where the app registers itself with the server, or with a token that a person makes there.
 *
 * @see https://docs.joinmastodon.org/methods/apps/ and https://docs.joinmastodon.org/methods/oauth/
 */
export const mastodonAuth: readonly WrittenAuth[] = [
  {
    type: 'oauth2',
    fields: [instance],
    authorizeUrl: 'https://{instance}/oauth/authorize',
    tokenUrl: 'https://{instance}/oauth/token',
    scopes: SCOPES,
    clientIdEnv: 'MASTODON_CLIENT_ID',
    clientSecretEnv: 'MASTODON_CLIENT_SECRET',
    // Servers know no public clients; each makes this copy of the app an id and a secret of its own.
    clientSecret: 'required',
    registration: {
      url: 'https://{instance}/api/v1/apps',
      form: { client_name: 'Gatehouse', redirect_uris: '{redirect_uri}', scopes: '{scopes}' },
    },
    revoke: { url: 'https://{instance}/oauth/revoke' },
  },
  {
    type: 'api_key',
    label: 'Access token',
    fields: [
      instance,
      {
        name: 'token',
        label: 'Access token',
        kind: 'secret',
        hint: 'On your server: Preferences → Development → New application',
      },
    ],
    send: { in: 'header', name: 'authorization', value: 'Bearer {token}' },
    helpUrl: `https://${MASTODON_SOCIAL}/settings/applications/new`,
  },
]
