import { describe, expect, it } from 'vitest'
import { integrations } from '../../registry/index.ts'
import { openDatabase } from '../platform/database.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { furtherQuestions, questions, type Question } from '../testing/tool-questions.ts'
import { searchWords } from './search-words.ts'
import { createToolIndex } from './tool-index.ts'

const tools = integrations.flatMap((integration) => integration.tools.map((tool) => ({ integration, tool })))
const names = tools.map(({ tool }) => tool.name)

type Search = (question: string) => readonly string[]

function index(): Search {
  const database = openDatabase(`${temporaryFolder()}/gatehouse.db`)
  const { search } = createToolIndex(database, integrations)
  return (question) => search(question, 5, () => true).map(({ tool }) => tool.name)
}

/** What a search without an index would do: the tools that hold the most of the words, as they are written. */
const bySubstring: Search = (question) => {
  const words = searchWords(question)
  const hits = tools.map(({ integration, tool }) => {
    const text =
      `${tool.name} ${tool.description} ${integration.name} ${integration.description}`.toLowerCase()
    return { name: tool.name, count: words.filter((word) => text.includes(word)).length }
  })
  return hits
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 5)
    .map(({ name }) => name)
}

/** How many questions find a right tool first, and among the first five. */
function hits(search: Search, asked: readonly Question[]): { first: number; among5: number } {
  const places = asked.map(({ question, tools: right }) =>
    search(question).findIndex((name) => right.includes(name)),
  )
  return {
    first: places.filter((place) => place === 0).length,
    among5: places.filter((place) => place >= 0).length,
  }
}

describe('the questions', () => {
  it('ask about every integration, for tools that exist', () => {
    const wanted = new Set(questions.flatMap((question) => question.tools))
    expect([...wanted].filter((name) => !names.includes(name))).toEqual([])
    const missed = integrations.filter(
      (integration) => !integration.tools.some(({ name }) => wanted.has(name)),
    )
    expect([missed.map(({ id }) => id), questions.length]).toEqual([[], 60])
  })
})

describe('the search over the whole catalog', () => {
  it('finds the tool that a person means: a change of the ranking must not lose it', () => {
    const measured = hits(index(), questions)
    expect(measured.first).toBeGreaterThanOrEqual(43)
    expect(measured.among5).toBeGreaterThanOrEqual(57)
  })

  it('does as well with questions that it was not fitted to', () => {
    const measured = hits(index(), furtherQuestions)
    expect(measured.first).toBeGreaterThanOrEqual(23)
    expect(measured.among5).toBeGreaterThanOrEqual(26)
  })

  it('is worth its index: words looked up as they stand find far less', () => {
    const plain = hits(bySubstring, questions)
    const ranked = hits(index(), questions)
    expect([ranked.first - plain.first, ranked.among5 - plain.among5].every((gain) => gain >= 15)).toBe(true)
  })
})
