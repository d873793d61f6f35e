import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

interface NewPost {
  readonly text: string
  readonly in_reply_to_id: string | undefined
  readonly scheduled_at: string | undefined
}

function postSentence({ text, in_reply_to_id: parent, scheduled_at }: NewPost): string {
  const answered = parent === undefined ? undefined : `den Beitrag ${quote(parent)}`
  if (scheduled_at === undefined) {
    return `${answered === undefined ? 'Beitrag posten' : `Auf ${answered} antworten`}: ${quote(text)}`
  }
  const what = answered === undefined ? 'Beitrag' : `Antwort auf ${answered}`
  return `${what} für ${quote(scheduled_at)} planen: ${quote(text)}`
}

const READERS: Readonly<Record<string, string>> = {
  Everyone: 'Alle',
  'Everyone who looks for it': 'Alle, die danach suchen',
  Followers: 'Follower',
  'Only people it mentions': 'Nur Erwähnte',
}

export const mastodon: Translation = {
  description: 'Startseite, Beiträge und Mitteilungen, auf jedem Server.',
  words: {
    'See your profile and other people’s': 'Das eigene Profil und die Profile anderer sehen',
    'Read your timeline and posts': 'Die eigene Startseite und Beiträge lesen',
    Search: 'Suchen',
    'Read your notifications': 'Die eigenen Mitteilungen lesen',
    'Read your bookmarks': 'Die eigenen Lesezeichen lesen',
    'Post, boost, edit and delete posts as you':
      'Im eigenen Namen Beiträge posten, teilen, bearbeiten und löschen',
    'Favourite posts as you': 'Im eigenen Namen Beiträge favorisieren',
    'Follow people as you': 'Im eigenen Namen anderen folgen',
    Server: 'Server',
    'Where your account lives: the last part of @you@server':
      'Wo das Konto zu Hause ist: der letzte Teil von @name@server',
    'Access token': 'Zugriffstoken',
    'On your server: Preferences → Development → New application':
      'Auf dem eigenen Server: Einstellungen → Entwicklung → Neue Anwendung',
  },
  tools: {
    mastodon_get_me: {
      description: 'Das angemeldete Konto: Profilname, Profil, Zahlen.',
      summary: 'Eigenes Profil abrufen',
    },
    mastodon_get_home_timeline: {
      description: 'Beiträge und geteilte Beiträge derer, denen das Konto folgt, die neuesten zuerst.',
      summary: 'Startseite lesen',
    },
    mastodon_search_content: {
      description: 'Sucht Konten, Beiträge oder Hashtags. Nicht jeder Server sucht in Texten.',
      summary: 'Konten, Beiträge oder Hashtags suchen',
    },
    mastodon_list_account_posts: {
      description: 'Die Beiträge eines Kontos, die neuesten zuerst.',
      summary: 'Beiträge eines Kontos auflisten',
    },
    mastodon_list_hashtag_posts: {
      description: 'Öffentliche Beiträge mit einem Hashtag, die neuesten zuerst.',
      summary: 'Beiträge mit einem Hashtag auflisten',
    },
    mastodon_list_bookmarks: {
      description: 'Die Beiträge mit Lesezeichen, die zuletzt gemerkten zuerst.',
      summary: 'Lesezeichen auflisten',
    },
    mastodon_list_notifications: {
      description: 'Erwähnungen, geteilte und favorisierte Beiträge, neue Follower, die neuesten zuerst.',
      summary: 'Mitteilungen auflisten',
    },
    mastodon_get_post_context: {
      description: 'Ein Beitrag in seinem Thread: worauf er antwortet, er selbst, die Antworten darauf.',
      summary: 'Thread lesen',
    },
    mastodon_create_post: {
      description: 'Postet einen Beitrag oder eine Antwort, jetzt oder später.',
      summary: ({ text, in_reply_to_id, scheduled_at }) =>
        postSentence({ text, in_reply_to_id, scheduled_at }),
      previewWords: (words) => READERS[words] ?? words,
    },
    mastodon_update_post: {
      description:
        'Ersetzt den Text eines eigenen Beitrags, Medien bleiben. Beiträge mit einer Umfrage lassen sich nicht ändern.',
      summary: ({ post_id, text }) => `Beitrag ${quote(post_id)} ändern: ${quote(text)}`,
    },
    mastodon_add_favourite: {
      description: 'Favorisiert einen Beitrag.',
      summary: ({ post_id }) => `Beitrag ${quote(post_id)} favorisieren`,
    },
    mastodon_add_boost: {
      description: 'Teilt einen Beitrag mit allen Followern.',
      summary: ({ post_id }) => `Beitrag ${quote(post_id)} teilen`,
    },
    mastodon_add_follow: {
      description: 'Folgt einem Konto. Manche Konten lassen Follower erst nach einer Anfrage zu.',
      summary: ({ account_id }) => `Dem Konto ${quote(account_id)} folgen`,
    },
    mastodon_delete_post: {
      description: 'Löscht einen eigenen Beitrag und liefert seinen Text, um ihn neu zu posten.',
      summary: ({ post_id }) => `Beitrag ${quote(post_id)} löschen`,
    },
  },
}
