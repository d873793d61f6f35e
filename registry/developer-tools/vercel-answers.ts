import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const time = z.number().nullish()
const alias = z.array(z.string()).nullish()
const pagination = z.object({ next: z.union([z.string(), z.number()]).nullish() }).nullish()
/** GitHub has `org` and `repo`, Bitbucket `owner` and `slug`, GitLab one path. */
const link = z
  .object({
    type: text,
    org: text,
    repo: text,
    owner: text,
    slug: text,
    projectNameWithNamespace: text,
    productionBranch: text,
  })
  .nullish()

const team = z.object({ id: z.string(), slug: text, name: text })

const project = z.object({ id: z.string(), name: text, framework: text, updatedAt: time, link })

const listedDeployment = z.object({
  uid: z.string(),
  name: text,
  projectId: text,
  url: text,
  readyState: text,
  target: text,
  created: time,
  creator: z.object({ username: text }).nullish(),
  errorMessage: text,
  inspectorUrl: text,
})

const deployment = z.object({
  id: z.string(),
  name: text,
  projectId: text,
  url: text,
  readyState: text,
  readySubstate: text,
  target: text,
  alias,
  createdAt: time,
  ready: time,
  creator: z.object({ username: text }).nullish(),
  errorCode: text,
  errorMessage: text,
  inspectorUrl: text,
})

const projectTarget = z.object({ id: z.string(), url: text, alias, readyState: text, createdAt: time })

/** A line of output stands in the event itself or in its `payload`. */
const event = z.object({ created: time, text, payload: z.object({ text }).nullish() }).nullish()

const domain = z.object({
  name: z.string(),
  redirect: text,
  gitBranch: text,
  verified: z.boolean().nullish(),
  verification: z.array(z.object({ type: text, domain: text, value: text })).nullish(),
})

/** Never `value`: secrets stay at Vercel. */
const variable = z.object({
  id: text,
  key: z.string(),
  type: text,
  target: z.union([z.string(), z.array(z.string())]).nullish(),
  gitBranch: text,
  comment: text,
  updatedAt: time,
})

export const userAnswer = z.object({ user: z.object({ id: z.string(), email: text, username: text }) })
export const teamsAnswer = z.object({ teams: z.array(team), pagination })
export const projectsAnswer = z.object({ projects: z.array(project), pagination })
export const projectAnswer = project.extend({
  createdAt: time,
  rootDirectory: text,
  nodeVersion: text,
  buildCommand: text,
  paused: z.boolean().nullish(),
  targets: z.record(z.string(), projectTarget.nullish()).nullish(),
})
export const deploymentsAnswer = z.object({ deployments: z.array(listedDeployment), pagination })
export const deploymentAnswer = deployment
export const eventsAnswer = z.array(event)
export const domainsAnswer = z.object({ domains: z.array(domain), pagination })
export const variablesAnswer = z.object({ envs: z.array(variable) })

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(
  name: string,
  rows: readonly T[],
  pages: z.output<typeof pagination>,
  rowOf: (node: T) => unknown,
) {
  return compact({ [name]: rows.map(rowOf), next_cursor: pages?.next?.toString() })
}

function isoTime(milliseconds: number | null | undefined): string | undefined {
  return typeof milliseconds === 'number' ? new Date(milliseconds).toISOString() : undefined
}

function address(host: string | null | undefined): string | undefined {
  return host ? `https://${host}` : undefined
}

export function teamRow({ id, slug, name }: z.output<typeof team>) {
  return compact({ id, slug, name })
}

function repository(linked: z.output<typeof link>): string | undefined {
  if (!linked) return undefined
  if (linked.projectNameWithNamespace) return linked.projectNameWithNamespace
  const parts = [linked.org ?? linked.owner, linked.repo ?? linked.slug]
  return parts.filter(Boolean).join('/') || undefined
}

export function projectRow(node: z.output<typeof project>) {
  return compact({
    id: node.id,
    name: node.name,
    framework: node.framework,
    repo: repository(node.link),
    updated_at: isoTime(node.updatedAt),
  })
}

export function projectDetail(node: z.output<typeof projectAnswer>) {
  const { production } = node.targets ?? {}
  return compact({
    ...projectRow(node),
    repo_type: node.link?.type,
    production_branch: node.link?.productionBranch,
    root_directory: node.rootDirectory,
    build_command: node.buildCommand,
    node_version: node.nodeVersion,
    paused: node.paused === true ? true : undefined,
    created_at: isoTime(node.createdAt),
    production: production
      ? compact({
          deployment_id: production.id,
          url: address(production.url),
          domains: production.alias,
          state: production.readyState,
          created_at: isoTime(production.createdAt),
        })
      : undefined,
  })
}

export function listedDeploymentRow(node: z.output<typeof listedDeployment>) {
  return compact({
    id: node.uid,
    project: node.name,
    project_id: node.projectId,
    state: node.readyState,
    target: node.target,
    url: address(node.url),
    creator: node.creator?.username,
    error: node.errorMessage,
    created_at: isoTime(node.created),
  })
}

export function deploymentDetail(node: z.output<typeof deployment>) {
  return compact({
    id: node.id,
    project: node.name,
    project_id: node.projectId,
    state: node.readyState,
    substate: node.readySubstate,
    target: node.target,
    url: address(node.url),
    domains: node.alias,
    creator: node.creator?.username,
    error_code: node.errorCode,
    error: node.errorMessage,
    created_at: isoTime(node.createdAt),
    ready_at: isoTime(node.ready),
    inspector_url: node.inspectorUrl,
  })
}

const LOG_CHARS = 10_000

/** The log from `offset` on; without one its end, where errors stand. */
export function logWindow(events: z.output<typeof eventsAnswer>, offset: number | undefined) {
  const lines = events.flatMap((one) => one?.text ?? one?.payload?.text ?? [])
  const log = lines.join('\n')
  const start = offset ?? Math.max(0, log.length - LOG_CHARS)
  const { text: part, ...rest } = textWindow(log, start, LOG_CHARS)
  return { ...(start > 0 && { offset: start }), log: part, ...rest }
}

export function domainRow(node: z.output<typeof domain>) {
  const challenge = node.verified === false ? node.verification?.map(compact) : undefined
  return compact({
    name: node.name,
    redirects_to: node.redirect,
    branch: node.gitBranch,
    verified: node.verified,
    set_dns: challenge,
  })
}

export function variableRow(node: z.output<typeof variable>) {
  return compact({
    id: node.id,
    key: node.key,
    type: node.type,
    targets: node.target,
    branch: node.gitBranch,
    comment: node.comment,
    updated_at: isoTime(node.updatedAt),
  })
}
