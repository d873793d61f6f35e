import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

export const discord: Translation = {
  description: 'Server, Kanäle und Nachrichten, über einen eigenen Bot.',
  words: { 'Bot token': 'Bot-Token', Server: 'Server' },
  tools: {
    discord_get_viewer: { description: 'Der verbundene Bot.', summary: 'Eigenes Profil abrufen' },
    discord_list_guilds: {
      description: 'Die Server, auf denen der Bot ist.',
      summary: 'Server auflisten',
    },
    discord_list_channels: {
      description: 'Die Kanäle eines Servers mit ihren Kategorien.',
      summary: 'Kanäle auflisten',
    },
    discord_list_threads: {
      description: 'Die aktiven Threads eines Servers, die neuesten zuerst.',
      summary: 'Threads auflisten',
    },
    discord_list_messages: {
      description:
        'Die Nachrichten eines Kanals oder Threads, die neuesten zuerst. Ohne den „Message Content Intent“ sieht der Bot ihre Texte nicht.',
      summary: 'Nachrichten auflisten',
    },
    discord_search_messages: {
      description: 'Sucht Nachrichten auf einem Server, die neuesten zuerst.',
      summary: 'Nachrichten suchen',
    },
    discord_list_members: {
      description: 'Die Mitglieder eines Servers. Der Bot braucht dafür den „Server Members Intent“.',
      summary: 'Mitglieder auflisten',
    },
    discord_find_members: {
      description:
        'Bis zu 25 Mitglieder eines Servers, deren Benutzername oder Nickname mit einem Text beginnt.',
      summary: 'Mitglieder finden',
    },
    discord_send_message: {
      description: 'Postet eine Nachricht als Bot.',
      summary: ({ channel_id, content, notify }) =>
        `Nachricht in ${quote(channel_id)} posten${notify ? ' und Erwähnte benachrichtigen' : ''}: ${quote(content)}`,
    },
    discord_update_message: {
      description: 'Ersetzt den Text einer Nachricht des Bots, ohne jemanden zu benachrichtigen.',
      summary: ({ channel_id, message_id, content }) =>
        `Nachricht ${quote(message_id)} in ${quote(channel_id)} ändern: ${quote(content)}`,
    },
    discord_create_thread: {
      description: 'Beginnt einen Thread zu einer Nachricht.',
      summary: ({ channel_id, message_id, name }) =>
        `Thread ${quote(name)} zur Nachricht ${quote(message_id)} in ${quote(channel_id)} beginnen`,
    },
    discord_create_direct_channel: {
      description: 'Öffnet die Direktnachricht mit einer Person.',
      summary: ({ user_id }) => `Direktnachricht mit ${quote(user_id)} öffnen`,
    },
    discord_add_reaction: {
      description: 'Reagiert mit einem Emoji auf eine Nachricht.',
      summary: ({ channel_id, message_id, emoji }) =>
        `Auf die Nachricht ${quote(message_id)} in ${quote(channel_id)} mit ${quote(emoji)} reagieren`,
    },
    discord_delete_message: {
      description: 'Löscht eine Nachricht für alle. Das lässt sich nicht rückgängig machen.',
      summary: ({ channel_id, message_id }) =>
        `Nachricht ${quote(message_id)} in ${quote(channel_id)} löschen`,
    },
  },
}
