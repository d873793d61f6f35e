import { z } from 'zod'
import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import { answerByRoutes, routesOf, type FieldProblem, type Route } from '../rest.ts'
import { nextId, type MastodonData, type Status } from './data.ts'
import { accountShape, statusShape } from './shapes.ts'

const route = routesOf<MastodonData>()
const notFound = (): SimulatedAnswer => jsonAnswer(404, { error: 'Record not found' })

const mastodon = {
  noSuchPath: notFound,
  notJson: (): SimulatedAnswer => jsonAnswer(400, { error: 'Error parsing JSON' }),
  /** A server ignores fields it does not know: here a misspelt one shows. */
  invalid: ({ field, kind }: FieldProblem): SimulatedAnswer =>
    jsonAnswer(422, { error: `Validation failed: ${field} is ${kind}` }),
}

const homeTimeline = route(
  'GET /api/v1/timelines/home',
  { query: z.strictObject({ max_id: z.string().optional(), limit: z.string().optional() }) },
  (data, { query: { max_id: before, limit = '20' } }) => {
    const older = data.statuses.filter(({ id }) => before === undefined || BigInt(id) < BigInt(before))
    const page = older.slice(0, Math.min(40, Number(limit)))
    const last = page.at(-1)?.id
    const next = `<https://${data.host}/api/v1/timelines/home?limit=${limit}&max_id=${last}>; rel="next"`
    return jsonAnswer(
      200,
      page.map((status) => statusShape(data, status)),
      last === undefined ? {} : { link: next },
    )
  },
)

const createStatus = route(
  'POST /api/v1/statuses',
  {
    body: z.strictObject({
      status: z.string().min(1).max(500),
      visibility: z.enum(['public', 'unlisted', 'private', 'direct']).default('public'),
      in_reply_to_id: z.string().nullable().default(null),
      spoiler_text: z.string().default(''),
      language: z.string().nullable().default(null),
    }),
  },
  (data, { body }) => {
    const status: Status = {
      id: nextId(data),
      account: data.me,
      createdAt: new Date().toISOString(),
      text: body.status,
      visibility: body.visibility,
      spoilerText: body.spoiler_text,
      language: body.language,
      inReplyToId: body.in_reply_to_id,
    }
    data.statuses.unshift(status)
    return jsonAnswer(200, statusShape(data, status))
  },
)

const routes: readonly Route<MastodonData>[] = [
  route('GET /api/v1/accounts/verify_credentials', {}, (data) =>
    jsonAnswer(200, accountShape(data, data.me)),
  ),
  homeTimeline,
  createStatus,
  route('GET /api/v1/statuses/{id}', {}, (data, { path }) => {
    const status = data.statuses.find(({ id }) => id === path['id'])
    return status ? jsonAnswer(200, statusShape(data, status)) : notFound()
  }),
]

const scopeByPath: readonly (readonly [line: string, scope: string])[] = [
  ['GET /api/v1/accounts/', 'read:accounts'],
  ['GET /api/v1/timelines/', 'read:statuses'],
  ['GET /api/v1/statuses/', 'read:statuses'],
  ['POST /api/v1/statuses', 'write:statuses'],
]

/** Answers an authenticated request, if its token may do that. The same post sent again is the one there is. */
export const answerApi = (
  data: MastodonData,
  request: SimulatedRequest,
  scopes: ReadonlySet<string>,
): SimulatedAnswer => {
  const line = `${request.method} ${request.url.pathname}`
  const needed = scopeByPath.find(([start]) => line.startsWith(start))?.[1]
  if (needed !== undefined && !scopes.has(needed)) {
    return jsonAnswer(403, { error: 'This action is outside the authorized scopes' })
  }
  const key = line === 'POST /api/v1/statuses' ? request.headers['idempotency-key'] : undefined
  const known = data.statuses.find(({ id }) => id === data.idempotencyKeys.get(key ?? ''))
  if (known) return jsonAnswer(200, statusShape(data, known))
  const answer = answerByRoutes(routes, mastodon, data, request)
  const [newest] = data.statuses
  if (key !== undefined && answer.status === 200 && newest) data.idempotencyKeys.set(key, newest.id)
  return answer
}
