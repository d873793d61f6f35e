import { parseJson, type SimulatedAnswer, type SimulatedRequest, type Site } from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { checked, fieldsOf } from './rest.ts'
import { errorAnswer, invalidArguments } from './slack/answers.ts'
import { createSlackData, type SlackData } from './slack/data.ts'
import type { Method } from './slack/methods.ts'
import { readMethods } from './slack/read-methods.ts'
import { writeMethods } from './slack/write-methods.ts'

export type SimulatedSlack = {
  /** The data, to look at and to change. */
  readonly data: SlackData
  /** What the token may do: a method outside answers `missing_scope`. */
  readonly scopes: Set<string>
  /** Makes the next requests fail; `path` chooses which, by prefix: `/api/chat.postMessage`. */
  failNext(failure: Failure): void
  clearFailures(): void
}

const userToken = 'xoxp-valid'
const methods: readonly Method[] = [...readMethods, ...writeMethods]

/** Starts the simulated Slack: the Web API for one token of one person. */
export const startSlack = (): { readonly site: Site; readonly control: SimulatedSlack } => {
  const failures = createFailures()
  const control: SimulatedSlack = {
    data: createSlackData(Date.now()),
    scopes: new Set(methods.flatMap(({ scope }) => scope ?? [])),
    failNext: failures.add,
    clearFailures: failures.clear,
  }
  return {
    control,
    site: {
      hosts: ['slack.com'],
      answer: async (request) => (await failures.take(request)) ?? answerMethod(control, request),
    },
  }
}

const answerMethod = ({ data, scopes }: SimulatedSlack, request: SimulatedRequest): SimulatedAnswer => {
  const name = /^\/api\/([\w.]+)$/.exec(request.url.pathname)?.[1]
  if (name === undefined || !['GET', 'POST'].includes(request.method)) {
    return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>There’s been a glitch…</h1>' }
  }
  const method = methods.find((candidate) => candidate.name === name)
  if (!method) return errorAnswer('unknown_method', { req_method: name })
  // A token among the arguments is never used by the app, so it counts as none.
  const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1]
  if (token === undefined) return errorAnswer('not_authed')
  if (token !== userToken) return errorAnswer('invalid_auth')
  if (method.scope !== null && !scopes.has(method.scope)) {
    return errorAnswer('missing_scope', { needed: method.scope, provided: [...scopes].join(',') })
  }
  const body = bodyFields(request, method)
  if (body === undefined) return errorAnswer('invalid_json')
  const values = checked('body', method.input, { ...fieldsOf(request.url.searchParams), ...body })
  return 'problem' in values ? invalidArguments(values.problem) : method.answer(data, values.value)
}

/** Slack ignores a JSON body where it reads forms only: the arguments are then missing. */
const bodyFields = (request: SimulatedRequest, { takesJson }: Method): object | undefined => {
  if (request.body === '') return {}
  if (!request.headers['content-type']?.includes('json')) return fieldsOf(new URLSearchParams(request.body))
  if (!takesJson) return {}
  const parsed = parseJson(request.body)
  return typeof parsed === 'object' && parsed !== null ? parsed : undefined
}
