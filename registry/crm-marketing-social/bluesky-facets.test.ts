import { describe, expect, it, vi } from 'vitest'
import { facetsOf, fitsPost, type ResolveHandle } from './bluesky-facets.ts'

const DIDS: Readonly<Record<string, string>> = {
  'ada.bsky.social': 'did:plc:ada',
  'bob.example.com': 'did:plc:bob',
}
const resolve: ResolveHandle = (handle) => Promise.resolve(DIDS[handle])

/** What each facet marks, read back from the bytes as a service does, and what it stands for. */
async function marked(text: string): Promise<readonly (readonly [string, unknown])[]> {
  const bytes = new TextEncoder().encode(text)
  const facets = await facetsOf(text, resolve)
  return facets.map(({ index, features }) => {
    const [feature] = features
    const { $type: _, ...value } = feature ?? {}
    const [meaning] = Object.values(value)
    return [new TextDecoder().decode(bytes.slice(index.byteStart, index.byteEnd)), meaning]
  })
}

describe('facets', () => {
  it('have the form that the service defines', async () => {
    expect(await facetsOf('é @ada.bsky.social #a https://b.org', resolve)).toEqual([
      {
        index: { byteStart: 3, byteEnd: 19 },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:ada' }],
      },
      {
        index: { byteStart: 20, byteEnd: 22 },
        features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'a' }],
      },
      {
        index: { byteStart: 23, byteEnd: 36 },
        features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://b.org' }],
      },
    ])
  })

  it.each([
    ['two bytes', 'Grüße an @ada.bsky.social!'],
    ['three bytes', '日本語の文 @ada.bsky.social'],
    ['four bytes, two units in JavaScript', '👩‍🔬😀 @ada.bsky.social 😀'],
  ])('count bytes where a sign has %s', async (_, text) => {
    expect(await marked(text)).toEqual([['@ada.bsky.social', 'did:plc:ada']])
  })

  it.each([
    ['ends before the full stop', 'See https://a.org/b.', ['https://a.org/b']],
    ['ends before the bracket around it', '(https://a.org/b)', ['https://a.org/b']],
    [
      'keeps a bracket of its own',
      'https://en.wikipedia.org/wiki/C_(language).',
      ['https://en.wikipedia.org/wiki/C_(language)'],
    ],
    ['loses both, stop and bracket', '(see https://a.org).', ['https://a.org']],
    ['keeps what belongs to it', 'https://a.org/?q=é&x=1#top', ['https://a.org/?q=é&x=1#top']],
    ['needs no space in Japanese', '見て https://a.org/パス、とても', ['https://a.org/パス']],
    ['begins in the middle of such text', '見てhttps://a.org', ['https://a.org']],
    ['is found twice', 'https://a.org https://b.org', ['https://a.org', 'https://b.org']],
    ['needs a host', 'https:// and http://:', []],
    ['is no part of a word', 'xhttps://a.org', []],
  ])('a link %s', async (_, text, links) => {
    expect(await marked(text)).toEqual(links.map((link) => [link, link]))
  })

  it.each([
    ['whatever its case', 'Hi @Ada.Bsky.Social', [['@Ada.Bsky.Social', 'did:plc:ada']]],
    [
      'before punctuation',
      '(@bob.example.com), @ada.bsky.social.',
      [
        ['@bob.example.com', 'did:plc:bob'],
        ['@ada.bsky.social', 'did:plc:ada'],
      ],
    ],
    ['not of somebody unknown', '@nobody.example.com', []],
    ['not in an e-mail address', 'mail me@bob.example.com', []],
    ['not in the handle of another network', '@bob.example.com@mastodon.social', []],
    [
      'not in a link',
      'https://x.org/@bob.example.com',
      [['https://x.org/@bob.example.com', 'https://x.org/@bob.example.com']],
    ],
    ['not by first name', '@bob', []],
  ])('a mention is found %s', async (_, text, mentions) => {
    expect(await marked(text)).toEqual(mentions)
  })

  it.each([
    [
      'in any script',
      '#日本 #naïve #Ελλάδα',
      [
        ['#日本', '日本'],
        ['#naïve', 'naïve'],
        ['#Ελλάδα', 'Ελλάδα'],
      ],
    ],
    ['with the wide sign', '＃猫', [['＃猫', '猫']]],
    [
      'without the punctuation behind it',
      '#cats, #dogs!',
      [
        ['#cats', 'cats'],
        ['#dogs', 'dogs'],
      ],
    ],
    ['up to a sign that cannot be seen', '#a\u200bb', [['#a', 'a']]],
    ['not of digits alone', 'We are #1', []],
    ['not in a keycap', '#️⃣', []],
    ['not in the middle of a word', 'C#sharp', []],
    ['not beyond 64 characters', `#${'x'.repeat(65)}`, []],
    ['up to 64 characters', `#${'é'.repeat(64)}`, [[`#${'é'.repeat(64)}`, 'é'.repeat(64)]]],
  ])('a hashtag is found %s', async (_, text, tags) => {
    expect(await marked(text)).toEqual(tags)
  })

  it('looks everybody up once, however often a post names them', async () => {
    const counted = vi.fn<ResolveHandle>(resolve)
    const facets = await facetsOf('@ada.bsky.social @ADA.bsky.social', counted)
    expect(facets).toHaveLength(2)
    expect(counted.mock.calls).toEqual([['ada.bsky.social']])
  })
})

describe('the length of a post', () => {
  it('is counted in characters as people see them', () => {
    expect(fitsPost('👩‍👩‍👧'.repeat(150))).toBe(true)
    expect(fitsPost('é'.repeat(300))).toBe(true)
    expect(fitsPost('é'.repeat(301))).toBe(false)
  })

  it('is counted in bytes too', () => {
    expect(fitsPost('👩‍👩‍👧'.repeat(166))).toBe(true)
    expect(fitsPost('👩‍👩‍👧'.repeat(167))).toBe(false)
  })
})
