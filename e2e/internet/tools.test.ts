import { expect, test } from 'vitest'
import { gmail } from '../../registry/communication/gmail.ts'
import { slack } from '../../registry/communication/slack.ts'
import { notion } from '../../registry/productivity/notion.ts'
import { signInAtGoogle } from './google-person.ts'
import { createToolCaller, unusedTools, type ToolResult } from './tool-caller.ts'
import { useInternet } from './use-internet.ts'

const outside = useInternet()

const bearer = (token = '') => ({ authorization: `Bearer ${token}` })

test('every Gmail tool sends what Gmail takes', async () => {
  const used = new Set<string>()
  const tokens = await signInAtGoogle(outside.client)
  const call = createToolCaller(outside.client, gmail, bearer(tokens['access_token']), used)
  const { messages } = (await call('gmail_search_messages', {
    query: 'has:attachment',
    limit: 5,
  })) as unknown as {
    messages: { id: string; thread_id: string }[]
  }
  const { id: message_id = '', thread_id } = messages[0] ?? {}
  const whole = await call('gmail_get_message', { message_id })
  expect(whole).toMatchObject({
    body: 'Great. The checklist is attached.',
    attachments: [{ part_id: '1', filename: 'checklist.txt' }],
  })
  const thread = await call('gmail_get_thread', { thread_id })
  expect(thread['messages']).toMatchObject([{}, { body: 'Yes, it is.' }, {}])
  expect(await call('gmail_get_attachment', { message_id, part_id: '1' })).toMatchObject({
    text: expect.stringContaining('1. Freeze the code'),
  })
  expect(await call('gmail_get_profile')).toMatchObject({ email: 'ada@example.com', messages: 6 })
  expect((await call('gmail_list_labels'))['labels']).toContainEqual(expect.objectContaining({ id: 'INBOX' }))
  const answered = {
    to: ['grace@example.com'],
    subject: 'Re: Launch date',
    body: 'Fine',
    reply_to_message_id: message_id,
  }
  expect(await call('gmail_send_message', answered)).toMatchObject({ threadId: thread_id })
  const { id: draft_id } = await call('gmail_create_draft', { subject: 'Später', body: '' })
  await call('gmail_update_draft', { draft_id, to: 'grace@example.com', subject: 'Jetzt', body: 'ä' })
  expect((await call('gmail_list_drafts'))['drafts']).toMatchObject([{ id: draft_id, subject: 'Jetzt' }])
  const { id: label } = await call('gmail_create_label', { name: 'Launch' })
  const labels = { add_label_ids: [label], remove_label_ids: ['UNREAD'] }
  await call('gmail_modify_message_labels', { message_ids: [message_id], ...labels })
  const trashed = await call('gmail_trash_message', { message_id })
  expect(trashed['label_ids']).toEqual(expect.arrayContaining([label, 'TRASH']))
  expect(unusedTools(gmail, used)).toEqual([])
})

test('every Slack tool sends what Slack takes', async () => {
  const used = new Set<string>()
  const call = createToolCaller(outside.client, slack, bearer('xoxp-valid'), used)
  const channel_id = 'C0GENERAL'
  expect(await call('slack_get_viewer')).toMatchObject({ handle: 'ada', team: 'Meridian' })
  expect((await call('slack_list_channels', { types: ['im'] }))['channels']).toMatchObject([
    { name: 'Grace' },
  ])
  await call('slack_list_channels', { joined: true })
  expect(await call('slack_get_channel', { channel_id })).toMatchObject({ members: 4 })
  const page = { channel_id, limit: 1, oldest: '1000000000', latest: '9999999999.000001' }
  const first = await call('slack_list_messages', page)
  const second = await call('slack_list_messages', { ...page, cursor: first['next_cursor'] })
  expect(second['messages']).toMatchObject([{ author: 'Grace' }])
  expect((await call('slack_search_messages', { query: 'build' }))['total']).toBe(1)
  expect((await call('slack_list_users', { limit: 2 }))['next_cursor']).toEqual(expect.any(String))
  expect(await call('slack_get_user', { user_id: 'U0GRACE' })).toMatchObject({ name: 'Grace' })
  expect(await call('slack_find_user', { email: 'alan@example.com' })).toMatchObject({ id: 'U0ALAN' })
  const { ts } = await call('slack_send_message', { channel_id, text: 'Hello' })
  await call('slack_send_message', { channel_id, text: 'Hi', thread_ts: ts })
  await call('slack_update_message', { channel_id, ts, text: 'Hello all' })
  const thread = await call('slack_list_replies', { channel_id, thread_ts: ts })
  expect(thread['messages']).toMatchObject([{ text: 'Hello all' }, { text: 'Hi' }])
  await call('slack_add_reaction', { channel_id, ts, emoji: ':tada:' })
  await call('slack_delete_message', { channel_id, ts })
  expect(await call('slack_create_conversation', { user_ids: ['U0ALAN'] })).toHaveProperty('channel_id')
  await expect(call('slack_get_channel', { channel_id: 'C0NONE' })).rejects.toThrow('channel_not_found')
  expect(unusedTools(slack, used)).toEqual([])
})

test('every Notion tool sends what Notion takes', async () => {
  const used = new Set<string>()
  const call = createToolCaller(outside.client, notion, bearer('ntn_valid'), used)
  expect(await call('notion_get_me')).toMatchObject({ email: 'ada@example.com', workspace: 'Meridian' })
  const first = await call('notion_search_pages', { limit: 2 })
  await call('notion_search_pages', { query: 'launch', object: 'page', limit: 2 })
  await call('notion_search_pages', { limit: 2, cursor: first['next_cursor'] })
  const [home] = (await call('notion_search_pages', { query: 'home' }))['results'] as ToolResult[]
  const [source] = (await call('notion_search_pages', { object: 'data_source' }))['results'] as ToolResult[]
  const data_source_id = source?.id
  const details = await call('notion_get_data_source', { data_source_id })
  await call('notion_get_database', { database_id: details['parent_database_id'] })
  const filter = { property: 'Status', status: { equals: 'Done' } }
  const sorts = [{ property: 'Task', direction: 'ascending' }]
  const rows = await call('notion_query_data_source', { data_source_id, filter, sorts })
  expect(rows['rows']).toMatchObject([{ title: 'Book the room', properties: { Status: 'Done' } }])
  const Status = { status: { name: 'Done' } }
  await call('notion_create_page', {
    parent_data_source_id: data_source_id,
    title: 'Row',
    properties: { Status },
  })
  const { id: page_id } = await call('notion_create_page', {
    parent_page_id: home?.id,
    title: 'N',
    markdown: '# Hi',
  })
  await call('notion_create_page', { title: 'Private' })
  await call('notion_update_page', { page_id, title: 'New', in_trash: false })
  expect(await call('notion_get_page', { page_id })).toMatchObject({ title: 'New' })
  await call('notion_update_page_content', { page_id, old_text: 'Hi', new_text: 'Hello' })
  const markdown = '## Next\n- [x] **Cake**\n1. One\n> Q\n\n```ts\nlet a\n```\n---\n[a](https://a.example)'
  const { block_ids } = (await call('notion_append_blocks', { block_id: page_id, markdown })) as unknown as {
    block_ids: string[]
  }
  await call('notion_append_blocks', { block_id: page_id, markdown: 'After', after_block_id: block_ids[0] })
  const { blocks } = await call('notion_list_blocks', { block_id: page_id })
  expect(blocks).toMatchObject([
    { markdown: '# Hello' },
    { markdown: '## Next' },
    { markdown: 'After' },
    {},
    {},
    {},
    {},
    {},
    {},
  ])
  expect((await call('notion_get_page_markdown', { page_id }))['markdown']).toContain('- [x] Cake')
  const { discussion_id } = await call('notion_create_comment', { page_id, text: '`Nice`' })
  await call('notion_create_comment', { discussion_id, text: 'Yes' })
  expect((await call('notion_list_comments', { block_id: page_id }))['comments']).toHaveLength(2)
  expect((await call('notion_list_users'))['users']).toHaveLength(2)
  expect(unusedTools(notion, used)).toEqual([])
})
