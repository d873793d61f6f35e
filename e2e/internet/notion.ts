import type { SimulatedAnswer, SimulatedRequest, Site } from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { notion, notionError } from './notion/answers.ts'
import { createNotionData, type NotionData } from './notion/data.ts'
import { pageRoutes } from './notion/page-routes.ts'
import { queryRoutes } from './notion/query.ts'
import { workspaceRoutes } from './notion/workspace-routes.ts'
import { answerByRoutes } from './rest.ts'

export type SimulatedNotion = {
  /** The data, to look at and to change. */
  readonly data: NotionData
  /** Makes the next requests fail; `path` chooses which, by prefix. */
  failNext(failure: Failure): void
  clearFailures(): void
}

const token = 'ntn_valid'
/** The version whose shapes are served; others are refused, since their shapes differ. */
const version = '2026-03-11'
const routes = [...workspaceRoutes, ...pageRoutes, ...queryRoutes]

/** Starts the simulated Notion: its API for one connection and what was shared with it. */
export const startNotion = (): { readonly site: Site; readonly control: SimulatedNotion } => {
  const failures = createFailures()
  const data = createNotionData(Date.now())
  return {
    control: { data, failNext: failures.add, clearFailures: failures.clear },
    site: {
      hosts: ['api.notion.com'],
      answer: async (request) => (await failures.take(request)) ?? answerRequest(data, request),
    },
  }
}

const answerRequest = (data: NotionData, request: SimulatedRequest): SimulatedAnswer => {
  if (request.headers['authorization'] !== `Bearer ${token}`) {
    return notionError(401, 'unauthorized', 'API token is invalid.')
  }
  const sent = request.headers['notion-version']
  if (sent !== version) {
    const problem = `should be ${sent === undefined ? 'defined' : `\`"${version}"\``}`
    return notionError(
      400,
      'missing_version',
      `Notion-Version header failed validation: Notion-Version header ${problem}, instead was \`${sent}\`.`,
    )
  }
  return answerByRoutes(routes, notion, data, request)
}
