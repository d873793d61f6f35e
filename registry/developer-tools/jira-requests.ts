import { z } from 'zod'
import { compact } from '../compact.ts'
import { ownReason, type OwnReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { cutToLine } from '../sentences.ts'
import type { ToolContext } from '../tool-context.ts'
import * as answers from './jira-answers.ts'
import { adfOfMarkdown } from './jira-markdown.ts'

type Request = ToolContext['request']
type Place = Pick<ToolContext, 'request' | 'site'>

/** How many comments come with an issue, and how much of each. */
const NEWEST_COMMENTS = 5
const COMMENT_CHARS = 1000

interface Fields {
  readonly project?: string | undefined
  readonly issue_type?: string | undefined
  readonly title?: string | undefined
  readonly description?: string | undefined
  readonly assignee_id?: string | undefined
  readonly priority?: string | undefined
  readonly labels?: readonly string[] | undefined
  readonly due?: string | null | undefined
  readonly parent?: string | undefined
  readonly more_fields?: Readonly<Record<string, unknown>> | undefined
}

const isId = (value: string): boolean => /^\d+$/.test(value)

/** Jira takes an id for what has a key or a name. */
function reference(value: string | undefined, otherwise: 'key' | 'name') {
  return value === undefined ? undefined : { [isId(value) ? 'id' : otherwise]: value }
}

/** `fields` of an issue as Jira takes them: only those that were given, null where one is to be empty. */
export function issueFields({ more_fields, description, assignee_id, ...fields }: Fields) {
  const named = {
    project: reference(fields.project, 'key'),
    issuetype: reference(fields.issue_type, 'name'),
    summary: fields.title,
    description: description === undefined ? undefined : adfOfMarkdown(description),
    assignee: assignee_id === undefined ? undefined : { id: assignee_id },
    priority: reference(fields.priority, 'name'),
    labels: fields.labels,
    duedate: fields.due,
    parent: reference(fields.parent, 'key'),
  }
  const given = Object.entries(named).filter(([, value]) => value !== undefined)
  return { ...more_fields, ...Object.fromEntries(given) }
}

/** “me” as the id that Jira wants to hear. */
export async function accountIdOf(request: Request, assignee: string): Promise<string> {
  if (assignee.toLowerCase() !== 'me') return assignee
  const { data } = await request('GET /rest/api/3/myself', { schema: answers.userAnswer })
  return data.accountId
}

interface Search {
  readonly jql: string
  readonly cursor?: string | undefined
  readonly limit: number
}

export async function searchIssues({ request, site }: Place, { jql, cursor, limit }: Search) {
  const { data } = await request('GET /rest/api/3/search/jql', {
    query: { jql, fields: answers.ISSUE_FIELDS, maxResults: limit, nextPageToken: cursor },
    schema: answers.issuesAnswer,
  })
  const issues = data.issues.map((issue) => answers.issueRow(issue, site))
  return compact({ issues, next_cursor: data.nextPageToken })
}

export async function listComments(
  request: Request,
  issue: string,
  query: { startAt?: string | undefined; maxResults: number },
) {
  const { data } = await request('GET /rest/api/3/issue/{issueIdOrKey}/comment', {
    path: { issueIdOrKey: issue },
    query: { ...query, orderBy: '-created' },
    schema: answers.commentsAnswer,
  })
  return data
}

/** An issue with its newest comments; these only come with the beginning of the description. */
export async function issueWithComments({ request, site }: Place, issue: string, offset: number) {
  const [{ data }, newest] = await Promise.all([
    request('GET /rest/api/3/issue/{issueIdOrKey}', {
      path: { issueIdOrKey: issue },
      query: { fields: answers.ISSUE_DETAIL_FIELDS },
      schema: answers.issueAnswer,
    }),
    offset === 0 ? listComments(request, issue, { maxResults: NEWEST_COMMENTS }) : undefined,
  ])
  const comments = newest?.comments.map((comment) => answers.commentRow(comment, COMMENT_CHARS))
  return compact({
    ...answers.issueDetailRow(data, site, offset),
    comments: comments?.length ? comments : undefined,
    comments_total: newest?.total || undefined,
  })
}

export async function listTransitions(request: Request, issue: string) {
  const { data } = await request('GET /rest/api/3/issue/{issueIdOrKey}/transitions', {
    path: { issueIdOrKey: issue },
    schema: answers.transitionsAnswer,
  })
  return data.transitions
}

interface Move {
  readonly issue: string
  readonly to: string
  readonly resolution?: string | undefined
}

/**
 * Finds the transition by the words that the person has seen: the status it leads to, else its own name.
 *
 * @throws ProviderError 400 when none is called so
 */
export async function moveIssue(request: Request, { issue, to, resolution }: Move) {
  const transitions = await listTransitions(request, issue)
  const isMeant = (name: string | null | undefined) => name?.toLowerCase() === to.toLowerCase()
  const found =
    transitions.find((one) => isMeant(one.to?.name)) ?? transitions.find(({ name }) => isMeant(name))
  if (found === undefined) {
    const names = transitions.flatMap((one) => one.to?.name ?? one.name ?? [])
    throw new ProviderError(cannotGo(cutToLine(issue), cutToLine(to), names.map(cutToLine)), 400)
  }
  const fields = resolution === undefined ? undefined : { resolution: { name: resolution } }
  await request('POST /rest/api/3/issue/{issueIdOrKey}/transitions', {
    path: { issueIdOrKey: issue },
    json: { transition: { id: found.id }, fields },
    schema: z.unknown(),
  })
  return compact({ key: issue, status: found.to?.name ?? found.name })
}

function cannotGo(issue: string, to: string, [first, ...others]: readonly string[]): OwnReason {
  if (first === undefined) return ownReason('cannotGoAnywhere', issue, to)
  const names = others.reduce(
    (list, name) => ownReason('moreNames', list, name),
    ownReason('firstName', first),
  )
  return ownReason('cannotGo', issue, to, names)
}
