import { failure, missing, searchAnswer, type ApiCall } from './answers.ts'
import type { SimulatedAnswer } from '../exchange.ts'
import type { GitHubData, Issue } from './data.ts'
import { commitOf } from './pull-shapes.ts'
import { fullName, issueShape, repositoryShape } from './shapes.ts'

type Query = {
  readonly words: readonly string[]
  readonly qualifiers: readonly (readonly [string, string])[]
}

/** Splits a search into free words and `name:value` qualifiers; quotes keep words together. */
const parseQuery = (text: string): Query => {
  const parts = text.match(/[^\s"]*"[^"]*"|\S+/g) ?? []
  const pairs = parts.map((part) => /^(-?\w+):(.+)$/.exec(part.replaceAll('"', '')))
  return {
    words: parts
      .filter((_part, index) => !pairs[index])
      .map((word) => word.replaceAll('"', '').toLowerCase()),
    qualifiers: pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? ''] as const] : [])),
  }
}

const kinds: Readonly<Record<string, (issue: Issue) => boolean>> = {
  issue: (issue) => issue.pull === null,
  pr: (issue) => issue.pull !== null,
  'pull-request': (issue) => issue.pull !== null,
  open: (issue) => issue.state === 'open',
  closed: (issue) => issue.state === 'closed',
  merged: (issue) => issue.pull?.merged === true,
  draft: (issue) => issue.pull?.draft === true,
}

const qualifierHolds = (login: string, issue: Issue, name: string, value: string): boolean => {
  if (name.startsWith('-')) return !qualifierHolds(login, issue, name.slice(1), value)
  const person = value === '@me' ? login : value
  if (name === 'is' || name === 'type' || name === 'state') return kinds[value]?.(issue) ?? true
  if (name === 'repo') return issue.repository === value
  if (name === 'org' || name === 'user') return issue.repository.startsWith(`${person}/`)
  if (name === 'author') return issue.author === person
  if (name === 'assignee') return issue.assignees.includes(person)
  if (name === 'label') return issue.labels.includes(value)
  return true
}

export const searchIssues = (data: GitHubData, call: ApiCall): SimulatedAnswer => {
  const text = call.query.get('q')
  if (!text) return missing('Search', 'q')
  const { words, qualifiers } = parseQuery(text)
  const namesKind = qualifiers.some(
    ([name, value]) => ['is', 'type'].includes(name) && /^(issue|pr|pull-request)$/.test(value),
  )
  if (!namesKind) return failure(422, "Query must include 'is:issue' or 'is:pull-request'")
  const rows = data.issues.filter(
    (issue) =>
      words.every((word) => `${issue.title} ${issue.body}`.toLowerCase().includes(word)) &&
      qualifiers.every(([name, value]) => qualifierHolds(data.login, issue, name, value)),
  )
  return searchAnswer(
    call,
    rows.map((issue) => ({ ...issueShape(data, issue), score: 1 })),
  )
}

export const searchCode = (data: GitHubData, call: ApiCall): SimulatedAnswer => {
  const { words, qualifiers } = parseQuery(call.query.get('q') ?? '')
  if (words.length === 0) return missing('Search', 'q')
  const scopes = qualifiers
    .filter(([name]) => ['repo', 'org', 'user'].includes(name))
    .map(([, value]) => value)
  const rows = data.repositories.flatMap((repository) =>
    [...data.files]
      .filter(([path]) => path.startsWith(`${fullName(repository)}/`))
      .filter(([path, text]) => words.every((word) => `${path} ${text}`.toLowerCase().includes(word)))
      .filter(([path]) => scopes.length === 0 || scopes.some((scope) => path.startsWith(`${scope}/`)))
      .map(([path, text]) => ({
        ...codeShape(data, repository, path.slice(fullName(repository).length + 1)),
        ...(call.accept.includes('text-match') && {
          text_matches: [{ property: 'content', fragment: text.slice(0, 200) }],
        }),
      })),
  )
  return searchAnswer(call, rows)
}

const codeShape = (data: GitHubData, repository: GitHubData['repositories'][number], path: string) => ({
  name: path.split('/').at(-1),
  path,
  sha: commitOf(fullName(repository), path),
  url: `https://api.github.com/repos/${fullName(repository)}/contents/${path}`,
  html_url: `https://github.com/${fullName(repository)}/blob/main/${path}`,
  repository: repositoryShape(data, repository),
  score: 1,
})
