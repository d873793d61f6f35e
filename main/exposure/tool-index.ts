import type { Integration, Tool } from '../../registry/define.ts'
import type { Effect } from '../../registry/verbs.ts'
import type { Database } from '../platform/database.ts'
import type { CatalogTool } from '../tools/catalog.ts'
import { relatedWords } from './related-words.ts'
import { isAsking, searchWords } from './search-words.ts'

/** A full-text index over the words of all tools. */
export interface ToolIndex {
  /**
   * The tools nearest to a question, best first.
   *
   * @param question whatever somebody wrote: it is taken for words, never for the language of the index
   * @param most how many are wanted
   * @param isWanted says of each whether it may be among them
   */
  search(question: string, most: number, isWanted: (found: CatalogTool) => boolean): CatalogTool[]
}

const CREATE_INDEX =
  'CREATE VIRTUAL TABLE tool_search.tool_words USING fts5(name, description, integration, parameters, related,' +
  " more_related, tokenize = 'porter unicode61 remove_diacritics 2')"
const INSERT =
  'INSERT INTO tool_search.tool_words (rowid, name, description, integration, parameters, related, more_related)'
/** What a word counts in each column, in their order: a name says most, a parameter's name little. */
const WEIGHTS = '4, 1, 2, 0.2, 2, 0.2'
const NEAREST = `SELECT rowid, bm25(tool_words, ${WEIGHTS}) AS distance FROM tool_search.tool_words
  WHERE tool_words MATCH ? ORDER BY distance LIMIT ?`

/** More candidates than results: the order of the index is not the last word, and some are not wanted. */
const FIRST_CANDIDATES = 200
/** SQLite takes it for no limit. */
const ALL_CANDIDATES = -1

/** Who asks wants to read; who tells to do something, seldom. Chosen with the questions of the tests. */
const FITTING = { asking: { read: 2, write: 1 }, telling: { read: 1, write: 1.3 } } as const

interface Hit {
  readonly rowid: number
  /** The better, the further below 0. */
  readonly distance: number
}

/**
 * The index is made on first use, in memory: BM25 by SQLite's FTS5 over what tools are called and what people call that.
 *
 * @param database its connection carries the index; nothing is written to its file
 */
export function createToolIndex(database: Database, integrations: readonly Integration[]): ToolIndex {
  const tools = integrations.flatMap((integration) =>
    integration.tools.map((tool) => ({ integration, tool })),
  )
  let nearest: ((words: string, most: number) => Hit[]) | undefined
  return {
    search(question, most, isWanted) {
      const words = searchWords(question)
      if (words.length === 0 || most < 1) return []
      const find = (nearest ??= buildIndex(database, tools))
      const fitting = FITTING[isAsking(question) ? 'asking' : 'telling']
      const match = matchExpression(words)
      const take = (limit: number): CatalogTool[] | undefined => {
        const hits = find(match, limit)
        const wanted = hits.flatMap(({ rowid, distance }) => {
          const found = tools[rowid]
          if (found === undefined || !isWanted(found)) return []
          return [{ found, score: -distance * fitting[kindOf(found.tool.effect)] }]
        })
        if (wanted.length < most && hits.length === limit) return undefined
        return wanted
          .toSorted((a, b) => b.score - a.score)
          .slice(0, most)
          .map(({ found }) => found)
      }
      return take(Math.max(FIRST_CANDIDATES, most)) ?? take(ALL_CANDIDATES) ?? []
    },
  }
}

const kindOf = (effect: Effect): 'read' | 'write' => (effect === 'read' ? 'read' : 'write')

/** Each word is a quoted string of the query language; words hold letters and digits only, so nothing can end it. */
function matchExpression(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' OR ')
}

function buildIndex(
  database: Database,
  tools: readonly CatalogTool[],
): (words: string, most: number) => Hit[] {
  database.exec("ATTACH ':memory:' AS tool_search")
  database.exec(CREATE_INDEX)
  const insert = database.prepare(`${INSERT} VALUES (?, ?, ?, ?, ?, ?, ?)`)
  database.transaction(() => {
    for (const [row, { integration, tool }] of tools.entries())
      insert.run(row, ...columnsOf(integration, tool))
  })()
  const select = database.prepare<[string, number], Hit>(NEAREST)
  return (words, most) => select.all(words, most)
}

function columnsOf({ id, name, description }: Integration, tool: Tool): string[] {
  const prefix = `${id.replaceAll('-', '_')}_`
  const own = spaced(tool.name.startsWith(prefix) ? tool.name.slice(prefix.length) : tool.name)
  return [
    [own, ...tool.aliases.map(spaced)].join(' '),
    tool.description,
    `${id} ${name} ${description}`,
    spaced(Object.keys(tool.inputSchema.properties ?? {}).join(' ')),
    relatedWords(own),
    relatedWords(`${tool.description} ${description}`),
  ]
}

const spaced = (name: string): string => name.replaceAll('_', ' ')
