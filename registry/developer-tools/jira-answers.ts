import { z } from 'zod'
import { compact } from '../compact.ts'
import { pageNumber, type PageArguments } from '../paging.ts'
import type { Site } from '../site.ts'
import { textWindow } from '../text-window.ts'
import { markdownOfAdf } from './jira-adf.ts'

const text = z.string().nullish()
const count = z.number().nullish()
const named = z.object({ name: text }).nullish()
const person = z.object({ accountId: text, displayName: text }).nullish()
/** A document as Jira keeps it; absent for an empty one. */
const document = z.unknown()

const linkedIssue = z
  .object({ key: text, fields: z.object({ summary: text, status: named }).nullish() })
  .nullish()

const issue = z.object({
  key: z.string(),
  fields: z
    .object({
      summary: text,
      status: named,
      issuetype: named,
      priority: named,
      assignee: person,
      duedate: text,
      labels: z.array(z.string()).nullish(),
      updated: z.union([z.string(), z.number()]).nullish(),
    })
    .nullish(),
})

const issueDetail = z.object({
  key: z.string(),
  fields: issue.shape.fields
    .unwrap()
    .unwrap()
    .extend({
      description: document,
      project: z.object({ key: text, name: text }).nullish(),
      reporter: person,
      resolution: named,
      created: text,
      parent: linkedIssue,
      issuelinks: z
        .array(
          z.object({
            type: z.object({ inward: text, outward: text }).nullish(),
            inwardIssue: linkedIssue,
            outwardIssue: linkedIssue,
          }),
        )
        .nullish(),
    })
    .nullish(),
})

const comment = z.object({ id: z.string(), author: person, body: document, created: text, updated: text })
const project = z.object({ id: z.string(), key: z.string(), name: text, projectTypeKey: text })
const issueType = z.object({ id: z.string(), name: text, description: text, subtask: z.boolean().nullish() })
const allowedValue = z.object({ id: text, name: text, value: text })
const createField = z.object({
  fieldId: z.string(),
  name: text,
  required: z.boolean().nullish(),
  hasDefaultValue: z.boolean().nullish(),
  schema: z.object({ type: text, items: text, custom: text }).nullish(),
  allowedValues: z.array(z.unknown()).nullish(),
})
const transition = z.object({ id: z.string(), name: text, to: named })
const user = z.object({
  accountId: z.string(),
  displayName: text,
  emailAddress: text,
  accountType: text,
  active: z.boolean().nullish(),
})

export const issuesAnswer = z.object({ issues: z.array(issue), nextPageToken: text })
export const issueAnswer = issueDetail
export const createdAnswer = z.object({ id: text, key: z.string() })
export const commentsAnswer = z.object({ comments: z.array(comment), total: count })
export const commentAnswer = z.object({ id: z.string() })
export const projectsAnswer = z.object({ values: z.array(project), isLast: z.boolean().nullish() })
export const issueTypesAnswer = z.object({ issueTypes: z.array(issueType), total: count })
export const createFieldsAnswer = z.object({ fields: z.array(createField), total: count })
export const transitionsAnswer = z.object({ transitions: z.array(transition) })
export const usersAnswer = z.array(user)
export const userAnswer = user
export const resourcesAnswer = z.array(
  z.object({ id: z.string(), name: text, url: text, scopes: z.array(z.string()).nullish() }),
)

export const ISSUE_FIELDS = 'summary,status,issuetype,priority,assignee,duedate,labels,updated'
export const ISSUE_DETAIL_FIELDS = `${ISSUE_FIELDS},description,project,reporter,resolution,created,parent,issuelinks`

/** A letter, letters and digits, a number: `ABC-12`. An id opens nothing in a browser. */
const KEY = /^[A-Z]\w*-\d+$/i

/** As many values of a field as tell a model what to write; more are rarely a choice. */
const MOST_VALUES = 40

export function pageQuery({ cursor, limit }: PageArguments) {
  return { startAt: pageNumber(cursor), maxResults: limit }
}

/** Where a person opens the issue; unknown where the site has an address of another form. */
export function issueUrl({ site }: Site, key: string): string | undefined {
  return site === undefined || !KEY.test(key) ? undefined : `https://${site}.atlassian.net/browse/${key}`
}

export function issueRow({ key, fields }: z.output<typeof issue>, site: Site) {
  return compact({
    key,
    title: fields?.summary,
    type: fields?.issuetype?.name,
    status: fields?.status?.name,
    priority: fields?.priority?.name,
    assignee: fields?.assignee?.displayName,
    due: fields?.duedate,
    labels: fields?.labels?.length ? fields.labels : undefined,
    updated_at: fields?.updated,
    url: issueUrl(site, key),
  })
}

/** The whole issue; its description from `offset` on, with `next_offset` while there is more. */
export function issueDetailRow(node: z.output<typeof issueDetail>, site: Site, offset: number) {
  const { fields } = node
  const links = fields?.issuelinks?.map(linkRow)
  const { text: description, ...rest } = textWindow(markdownOfAdf(fields?.description), offset)
  return compact({
    ...issueRow(node, site),
    project: fields?.project?.key,
    assignee_id: fields?.assignee?.accountId,
    reporter: fields?.reporter?.displayName,
    resolution: fields?.resolution?.name,
    created_at: fields?.created,
    parent: fields?.parent?.key,
    links: links?.length ? links : undefined,
    description: description === '' ? undefined : description,
    ...rest,
  })
}

type Link = NonNullable<NonNullable<z.output<typeof issueDetail>['fields']>['issuelinks']>[number]

function linkRow({ type, inwardIssue, outwardIssue }: Link) {
  const other = outwardIssue ?? inwardIssue
  return compact({
    relation: outwardIssue ? type?.outward : type?.inward,
    key: other?.key,
    title: other?.fields?.summary,
    status: other?.fields?.status?.name,
  })
}

/** A comment, its text cut at `length` characters. */
export function commentRow({ id, author, body, created, updated }: z.output<typeof comment>, length: number) {
  const { text: words, next_offset: rest } = textWindow(markdownOfAdf(body), 0, length)
  return compact({
    id,
    author: author?.displayName,
    text: words,
    truncated: rest === undefined ? undefined : true,
    created_at: created,
    edited_at: updated === created ? undefined : updated,
  })
}

export function projectRow({ id, key, name, projectTypeKey }: z.output<typeof project>) {
  return compact({ id, key, name, type: projectTypeKey })
}

export function issueTypeRow({ id, name, description, subtask }: z.output<typeof issueType>) {
  return compact({ id, name, description: description || undefined, needs_parent: subtask || undefined })
}

export function createFieldRow({ fieldId, name, required, ...field }: z.output<typeof createField>) {
  const { type, items } = field.schema ?? {}
  const values = field.allowedValues?.slice(0, MOST_VALUES).flatMap((value) => {
    const known = allowedValue.safeParse(value).data
    return known ? compact({ id: known.id, name: known.name ?? known.value }) : []
  })
  return compact({
    id: fieldId,
    name,
    required: (required && !field.hasDefaultValue) || undefined,
    type: items ? `${type} of ${items}` : type,
    values: values?.length ? values : undefined,
  })
}

export function transitionRow({ id, name, to }: z.output<typeof transition>) {
  return compact({ id, name, to: to?.name })
}

export function userRow({
  accountId,
  displayName,
  emailAddress,
  accountType,
  active,
}: z.output<typeof user>) {
  return compact({
    id: accountId,
    name: displayName,
    email: emailAddress || undefined,
    kind: accountType === 'atlassian' ? undefined : accountType,
    deactivated: active === false ? true : undefined,
  })
}
