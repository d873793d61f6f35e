import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

interface NewPost {
  readonly text: string
  readonly reply_to_uri: string | undefined
  readonly quote_uri: string | undefined
}

/** `Auf „…“ antworten und „…“ zitieren: „…“` */
function postSentence({ text, reply_to_uri, quote_uri }: NewPost): string {
  const what = reply_to_uri === undefined ? 'Beitrag posten' : `Auf ${quote(reply_to_uri)} antworten`
  return `${what}${quote_uri === undefined ? '' : ` und ${quote(quote_uri)} zitieren`}: ${quote(text)}`
}

export const bluesky: Translation = {
  description: 'Timeline, Suche, Beiträge und Mitteilungen.',
  words: {
    'App password': 'App-Passwort',
    'Handle or e-mail address': 'Handle oder E-Mail-Adresse',
    'Never the password of the account itself': 'Niemals das Passwort des Kontos selbst',
    Server: 'Server',
    'Only for a server (PDS) of your own': 'Nur bei einem eigenen Server (PDS)',
  },
  tools: {
    bluesky_get_session: {
      description: 'Das angemeldete Konto: DID, Handle, E-Mail-Adresse.',
      summary: 'Eigenes Konto abrufen',
    },
    bluesky_get_timeline: {
      description: 'Beiträge und Reposts derer, denen das Konto folgt, die neuesten zuerst.',
      summary: 'Timeline lesen',
    },
    bluesky_search_posts: { description: 'Sucht in allen Beiträgen.', summary: 'Beiträge suchen' },
    bluesky_search_profiles: {
      description: 'Sucht Konten nach Name, Handle oder Beschreibung.',
      summary: 'Konten suchen',
    },
    bluesky_get_author_feed: {
      description: 'Beiträge und Reposts eines Kontos, die neuesten zuerst.',
      summary: 'Beiträge eines Kontos lesen',
    },
    bluesky_get_post_thread: {
      description: 'Ein Beitrag in seinem Thread: worauf er antwortet, er selbst, die Antworten darauf.',
      summary: 'Thread lesen',
    },
    bluesky_get_profile: {
      description: 'Ein Konto: Beschreibung, Zahlen, ob man einander folgt.',
      summary: 'Profil abrufen',
    },
    bluesky_list_notifications: {
      description: 'Antworten, Erwähnungen, Zitate, Likes, Reposts, neue Follower.',
      summary: 'Mitteilungen auflisten',
    },
    bluesky_create_post: {
      description: 'Postet öffentlich einen Beitrag, antwortet auf einen oder zitiert einen.',
      summary: ({ text, reply_to_uri, quote_uri }) => postSentence({ text, reply_to_uri, quote_uri }),
      previewWords: () => 'Alle',
    },
    bluesky_add_like: {
      description: 'Gibt einem Beitrag ein Like.',
      summary: ({ uri }) => `Beitrag ${quote(uri)} liken`,
    },
    bluesky_add_repost: {
      description: 'Repostet einen Beitrag für alle Follower.',
      summary: ({ uri }) => `Beitrag ${quote(uri)} reposten`,
    },
    bluesky_add_follow: {
      description: 'Folgt einem Konto.',
      summary: ({ actor }) => `${quote(actor)} folgen`,
    },
    bluesky_delete_record: {
      description:
        'Löscht einen eigenen Beitrag oder nimmt ein Like, einen Repost oder das Folgen zurück. Das lässt sich nicht rückgängig machen.',
      summary: ({ uri }) => `${quote(uri)} löschen`,
    },
  },
}
