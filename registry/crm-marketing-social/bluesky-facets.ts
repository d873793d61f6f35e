const MOST_CHARACTERS = 300
const MOST_BYTES = 3000
const MOST_TAG_CHARACTERS = 64

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const TOP_LABEL = '[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'

/** https://atproto.com/specs/handle */
const HANDLE = `(?:${LABEL}\\.)+${TOP_LABEL}`

/** Signs that end an address in running text, also in the text of languages without spaces. */
const URL_END = String.raw`\s<>"“”\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20`

/** An address anywhere; a handle or a hashtag where a word begins. */
const TOKENS = new RegExp(
  String.raw`(?<!\w)(?<link>[Hh]ttps?://[^${URL_END}]+)` +
    String.raw`|(?<![^\s\p{Ps}\p{Pi}"'])@(?<handle>${HANDLE})(?![\w@-])` +
    String.raw`|(?<![^\s\p{Ps}\p{Pi}"'])[#＃](?!\uFE0F)(?<tag>[^\s#＃\p{Cf}]+)`,
  'gu',
)

type Feature =
  | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
  | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string }
  | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string }

/** What a part of a post stands for; its place is counted in bytes of UTF-8. */
interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number }
  readonly features: readonly Feature[]
}

/** @returns undefined for a handle that nobody has */
export type ResolveHandle = (handle: string) => Promise<string | undefined>

/**
 * Finds addresses, mentions and hashtags in a post. A service shows as plain text what no facet marks.
 *
 * @param resolve looks a handle up, each once
 * @returns facets in the order of the text
 * @see https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/richtext/facet.json
 */
export async function facetsOf(text: string, resolve: ResolveHandle): Promise<readonly Facet[]> {
  const tokens = [...text.matchAll(TOKENS)]
  const handles = new Set(tokens.flatMap(({ groups }) => groups?.['handle']?.toLowerCase() ?? []))
  const people = new Map(
    await Promise.all([...handles].map(async (handle) => [handle, await resolve(handle)] as const)),
  )
  return tokens.flatMap(({ index, 0: whole, groups = {} }) => {
    const { link, handle, tag } = groups
    if (link !== undefined) return linkFacet(text, index, link)
    if (tag !== undefined) return tagFacet(text, index, tag)
    const did = people.get(handle?.toLowerCase() ?? '')
    if (did === undefined) return []
    return [facet(text, index, whole.length, { $type: 'app.bsky.richtext.facet#mention', did })]
  })
}

function linkFacet(text: string, start: number, found: string): readonly Facet[] {
  const uri = withoutClosing(found)
  if (!URL.canParse(uri)) return []
  return [facet(text, start, uri.length, { $type: 'app.bsky.richtext.facet#link', uri })]
}

/** Without the punctuation of the sentence around it; a bracket that the address opens itself stays. */
function withoutClosing(found: string): string {
  const uri = found.replace(/[.,;:!?'’…]+$/u, '')
  const isOpened = (uri.match(/\(/g)?.length ?? 0) >= (uri.match(/\)/g)?.length ?? 0)
  return uri.endsWith(')') && !isOpened ? withoutClosing(uri.slice(0, -1)) : uri
}

/** A tag is no number, and its last sign no punctuation. */
function tagFacet(text: string, start: number, found: string): readonly Facet[] {
  const tag = found.replace(/\p{P}+$/u, '')
  if (!/[^\d\p{P}]/u.test(tag) || characters(tag) > MOST_TAG_CHARACTERS) return []
  return [facet(text, start, tag.length + 1, { $type: 'app.bsky.richtext.facet#tag', tag })]
}

function facet(text: string, start: number, length: number, feature: Feature): Facet {
  const byteStart = bytes(text.slice(0, start))
  const byteEnd = byteStart + bytes(text.slice(start, start + length))
  return { index: { byteStart, byteEnd }, features: [feature] }
}

/** Whether a post can hold the text: at most 300 characters as people count them, and 3,000 bytes. */
export function fitsPost(text: string): boolean {
  return bytes(text) <= MOST_BYTES && characters(text) <= MOST_CHARACTERS
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

function characters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length
}
