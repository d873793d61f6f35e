import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const count = z.number().nullish()

const issue = z.object({
  id: z.string(),
  shortId: text,
  title: text,
  culprit: text,
  level: text,
  status: text,
  substatus: text,
  priority: text,
  isUnhandled: z.boolean().nullish(),
  assignedTo: z.object({ name: text, email: text }).nullish(),
  count: text,
  userCount: count,
  firstSeen: text,
  lastSeen: text,
  project: z.object({ slug: text }).nullish(),
  platform: text,
  numComments: count,
  permalink: text,
})

const organization = z.object({
  id: z.string(),
  slug: z.string(),
  name: text,
  links: z.object({ regionUrl: text }).nullish(),
})

const project = z.object({ id: z.string(), slug: text, name: text, platform: text })

const tag = z.object({ key: text, value: text })

const event = z.object({
  eventID: text,
  title: text,
  message: text,
  dateCreated: text,
  tags: z.array(tag).nullish(),
})

const release = z.object({
  version: z.string(),
  shortVersion: text,
  status: text,
  dateCreated: text,
  dateReleased: text,
  newGroups: count,
  commitCount: count,
  projects: z.array(z.object({ slug: text })).nullish(),
})

const tagValue = z.object({ value: text, name: text, count, lastSeen: text })

export const organizationsAnswer = z.array(organization)
export const projectsAnswer = z.array(project)
export const issueAnswer = issue
export const issuesAnswer = z.array(issue)
export const eventsAnswer = z.array(event)
export const eventAnswer = event.extend({ formatted: z.object({ content: text }).nullish() })
export const releasesAnswer = z.array(release)
export const tagAnswer = z.object({
  key: text,
  uniqueValues: count,
  totalValues: count,
  topValues: z.array(tagValue).nullish(),
})
export const tableAnswer = z.object({ data: z.array(z.record(z.string(), z.unknown())) })

/**
 * A page of rows under its own name, with `next_cursor` while there is more. Sentry always links a next page and says
 * by `results` whether it holds anything.
 *
 * @see https://docs.sentry.io/api/pagination/
 */
export function pageOf(name: string, rows: readonly unknown[], headers: Headers) {
  const links = (headers.get('link') ?? '').split(/,\s*(?=<)/)
  const next = links.find((link) => link.includes('rel="next"') && link.includes('results="true"'))
  return compact({ [name]: rows, next_cursor: /cursor="([^"]+)"/.exec(next ?? '')?.[1] })
}

export function organizationRow({ slug, name, links }: z.output<typeof organization>) {
  const region = /^https:\/\/(\w+)\.sentry\.io/.exec(links?.regionUrl ?? '')?.[1]
  return compact({ id: slug, name, region })
}

export function issueRow(node: z.output<typeof issue>) {
  return compact({
    id: node.id,
    short_id: node.shortId,
    title: node.title,
    culprit: node.culprit,
    project: node.project?.slug,
    level: node.level,
    status: node.status,
    priority: node.priority,
    assignee: node.assignedTo?.name ?? node.assignedTo?.email,
    events: node.count === null || node.count === undefined ? undefined : Number(node.count),
    users: node.userCount,
    first_seen: node.firstSeen,
    last_seen: node.lastSeen,
    url: node.permalink,
  })
}

export function issueDetail(node: z.output<typeof issue>) {
  const { substatus, platform, isUnhandled: unhandled, numComments: comments } = node
  return compact({ ...issueRow(node), substatus, platform, unhandled, comments })
}

export function eventRow(node: z.output<typeof event>) {
  return compact({
    event_id: node.eventID,
    title: node.title,
    message: node.message === '' ? undefined : node.message,
    created_at: node.dateCreated,
    tags: node.tags?.map(({ key, value }) => `${key}: ${value}`),
  })
}

/** The event as Sentry writes it for models, from `offset` on, and `next_offset` while there is more. */
export function eventDetail(node: z.output<typeof eventAnswer>, offset: number) {
  const { text: content, ...rest } = textWindow(node.formatted?.content ?? node.message ?? '', offset)
  return compact({ event_id: node.eventID, title: node.title, content, ...rest })
}

export function releaseRow(node: z.output<typeof release>) {
  return compact({
    version: node.version,
    status: node.status,
    projects: node.projects?.map(({ slug }) => slug),
    new_issues: node.newGroups,
    commits: node.commitCount,
    created_at: node.dateCreated,
    released_at: node.dateReleased,
  })
}

export function tagDetail({ key, uniqueValues, totalValues, topValues }: z.output<typeof tagAnswer>) {
  const top = topValues?.map(({ value, name, count: events, lastSeen: last_seen }) =>
    compact({ value: value ?? name, events, last_seen }),
  )
  return compact({ tag: key, unique_values: uniqueValues, events: totalValues, top })
}
