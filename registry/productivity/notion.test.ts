import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { notion } from './notion.ts'

function refusal(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
) {
  return jsonResponse({ object: 'error', status, code, message }, { status, headers })
}

function refuse(name: string, args: Readonly<Record<string, unknown>>) {
  const { context, requests } = fakeContext(notion, [])
  const tool = notion.tools.find((candidate) => candidate.name === name)
  return { outcome: tool?.handler(args, context), requests }
}

describe('notion', () => {
  it('reads a long page on from offset', async () => {
    const answer = () => jsonResponse({ id: 'p1', markdown: 'a'.repeat(10_000) + 'b', truncated: false })
    const first = await callTool(notion, 'notion_get_page_markdown', { page_id: 'p1' }, answer())
    expect(first.result).toMatchObject({ next_offset: 10_000, total_chars: 10_001 })
    const args = { page_id: 'p1', offset: 10_000 }
    const second = await callTool(notion, 'notion_get_page_markdown', args, answer())
    expect(second.result).toEqual({ id: 'p1', markdown: 'b', total_chars: 10_001 })
  })

  it.each([
    [refusal(401, 'unauthorized', 'API token is invalid.'), 401, 'API token is invalid.', undefined],
    [refusal(404, 'object_not_found', 'Could not find page.'), 404, 'Could not find page.', undefined],
    [refusal(400, 'validation_error', 'body failed'), 400, 'body failed', undefined],
    [refusal(429, 'rate_limited', 'Slow down', { 'retry-after': '7' }), 429, 'Slow down', 7],
  ])('passes a refusal on with its reason %#', async (answer, status, reason, retryAfterSeconds) => {
    const refused = callTool(notion, 'notion_get_page', { page_id: 'p1' }, answer)
    await expect(refused).rejects.toMatchObject({ status, reason, retryAfterSeconds })
  })

  it.each([
    ['notion_update_page', { page_id: 'p1' }, 'No field to change'],
    [
      'notion_create_page',
      { parent_page_id: 'p', parent_data_source_id: 'd', title: 'T' },
      'only one can be given',
    ],
    ['notion_create_comment', { text: 'Hi' }, 'is needed'],
    ['notion_create_comment', { page_id: 'p', discussion_id: 'x', text: 'Hi' }, 'only one can be given'],
    ['notion_append_blocks', { block_id: 'p', markdown: ' \n ' }, 'nothing to add'],
    ['notion_append_blocks', { block_id: 'p', markdown: '- a\n'.repeat(101) }, 'split the text'],
  ])('%s is not sent when Notion could only refuse it %#', async (name, args, reason) => {
    const { outcome, requests } = refuse(name, args)
    await expect(outcome).rejects.toThrow(reason)
    expect(requests).toEqual([])
  })

  it.each([
    ['notion_create_page', { title: 'A\nb' }, 'Create the page “A b”'],
    ['notion_update_page', { page_id: 'p', title: 'T' }, 'Change title of the page “p”'],
    ['notion_update_page', { page_id: 'p', in_trash: true }, 'Trash the page “p”'],
    [
      'notion_update_page',
      { page_id: 'p', in_trash: false, title: 'T', properties: {} },
      'Restore and change title and properties of the page “p”',
    ],
    [
      'notion_update_page_content',
      { page_id: 'p', old_text: 'a', new_text: 'b' },
      'Replace “a” by “b” in the page “p”',
    ],
    ['notion_append_blocks', { block_id: 'p', markdown: 'Hi' }, 'Add “Hi” to “p”'],
    ['notion_create_comment', { discussion_id: 'x', text: 'Hi' }, 'Comment on “x”: “Hi”'],
  ])('%s is announced in the dialog from its arguments %#', (name, args, sentence) => {
    expect(notion.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      { owner: { type: 'user', user: { id: 'u1', person: { email: 'ada@example.com' } } } },
      'ada@example.com (Acme)',
    ],
    [{ owner: { type: 'workspace', workspace: true } }, 'Gatehouse (Acme)'],
  ])('names the account by its person, else by the connection %#', async (bot, name) => {
    const me = { id: 'bot1', name: 'Gatehouse', type: 'bot', bot: { ...bot, workspace_name: 'Acme' } }
    const { context } = fakeContext(notion, [jsonResponse(me)])
    expect(await notion.account.identify(context)).toEqual({ id: 'bot1', name })
  })

  it.each([
    [
      'notion_update_page',
      { page_id: 'p1', title: 'Plan' },
      { kind: 'document', place: 'p1', title: 'Plan' },
    ],
    ['notion_update_page', { page_id: 'p1', in_trash: true }, undefined],
    [
      'notion_update_page_content',
      { page_id: 'p1', old_text: 'a', new_text: 'b' },
      { kind: 'document', place: 'p1', body: 'b' },
    ],
    ['notion_create_comment', { page_id: 'p1', text: 'Hi' }, { kind: 'document', place: 'p1', body: 'Hi' }],
    ['notion_create_comment', { block_id: 'b1', text: 'Hi' }, { kind: 'document', place: 'b1', body: 'Hi' }],
    [
      'notion_create_comment',
      { discussion_id: 'd1', text: 'Hi' },
      { kind: 'document', body: 'Hi', replyTo: 'd1' },
    ],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = notion.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers data sources as a default, not pages, and leaves a page alone that goes under another', async () => {
    const [fact] = notion.defaults ?? []
    const found = { object: 'data_source', id: 'd1', title: [{ plain_text: 'Tasks' }], in_trash: false }
    const answer = jsonResponse({ results: [found], has_more: false, next_cursor: null })
    const args = { limit: 50, ...fact?.listedWith }
    const { result, requests } = await callTool(notion, fact?.listedBy ?? '', args, answer)
    expect(requests[0]?.body).toMatchObject({ filter: { property: 'object', value: 'data_source' } })
    expect(result).toMatchObject({
      [fact?.list ?? '']: [{ [fact?.value ?? '']: 'd1', [fact?.name ?? '']: 'Tasks' }],
    })
    expect(fact?.unless).toEqual(['parent_page_id'])
  })
})
