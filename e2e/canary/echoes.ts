import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from '../internet/exchange.ts'
import type { Failure } from '../internet/failures.ts'

/** What a request proved itself with, as a careless service would write it into its log. */
const sentWith = ({ headers, body }: SimulatedRequest): string => {
  const authorization = headers['authorization'] ?? ''
  const key = /^(?:Bearer|Basic|token) (.+)$/.exec(authorization)?.[1] ?? authorization
  return `${authorization} | ${key} | ${body}`
}

type Echo = (request: SimulatedRequest) => SimulatedAnswer

const github = (status: number, headers: (said: string) => Record<string, string> = () => ({})): Echo => {
  return (request) => {
    const key = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? ''
    return jsonAnswer(status, { message: `Refused ${sentWith(request)}` }, headers(key))
  }
}

const graphqlError: Echo = (request) =>
  jsonAnswer(200, {
    errors: [{ message: `Not with ${sentWith(request)}`, extensions: { code: 'FORBIDDEN' } }],
  })

/** So long that the reason is cut within the credential. */
const graphqlErrorCut: Echo = (request) => {
  const key = (request.headers['authorization'] ?? '').replace('Bearer ', '')
  return jsonAnswer(400, { errors: [{ message: `${'x'.repeat(275)} ${key} ${'y'.repeat(100)}` }] })
}

const redirect = (to: (key: string) => string): Echo => {
  return ({ headers }) => ({
    status: 302,
    headers: { location: to((headers['authorization'] ?? '').replace('Bearer ', '')) },
  })
}

/** Answers of GitHub's that carry the account's own token, by what the careless part is. */
export const githubEchoes: Readonly<Record<string, Failure>> = {
  'an error’s body': { path: '/user/repos', answer: github(422) },
  'an error of the service itself': { path: '/user/repos', answer: github(500) },
  'a refused right, in headers': {
    path: '/user/repos',
    answer: github(403, (key) => ({ 'x-accepted-oauth-scopes': key, 'x-oauth-scopes': 'none' })),
  },
  'a challenge': {
    path: '/user/repos',
    answer: github(403, (key) => ({
      'www-authenticate': `Bearer error="insufficient_scope", scope="${key}"`,
    })),
  },
  'a limit': { path: '/user/repos', answer: github(429, (key) => ({ 'retry-after': key })) },
  'a redirect elsewhere': {
    path: '/user/repos',
    answer: redirect((key) => `https://evil.example/?t=${key}`),
  },
  'a redirect within': {
    path: '/user/repos',
    answer: redirect((key) => `https://api.github.com/nowhere?t=${key}`),
  },
}

export const linearEchoes: Readonly<Record<string, Failure>> = {
  'an error beside status 200': { path: '/graphql', answer: graphqlError },
  'an error cut off within it': { path: '/graphql', answer: graphqlErrorCut },
}

/** A result that is as it should be, but for one text. */
export const linearTeams: Failure = {
  path: '/graphql',
  answer: (request) =>
    jsonAnswer(200, {
      data: {
        teams: {
          nodes: [{ id: 'team-1', key: 'ENG', name: `Sent ${sentWith(request)}` }],
          pageInfo: { hasNextPage: false, endCursor: null },
        },
      },
    }),
}

/** A token endpoint that repeats the whole request where it should say what is wrong. */
export const tokenRequestEcho = (path: string, error = 'invalid_request'): Failure => ({
  path,
  answer: (request) =>
    jsonAnswer(400, {
      error,
      error_description: [...new URLSearchParams(request.body).values()].join(' '),
      reason: sentWith(request),
    }),
})
