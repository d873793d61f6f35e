import { z } from 'zod'
import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import { answerByRoutes, routesOf, type Route } from '../rest.ts'
import { google, scopeMissing } from './answers.ts'
import type { Mailbox } from './mailbox.ts'
import { readRoutes } from './read-mail.ts'
import { writeRoutes } from './write-mail.ts'

const scopeOf = (name: string): string => `https://www.googleapis.com/auth/${name}`

const identityRoutes: readonly Route<Mailbox>[] = [
  routesOf<Mailbox>()(
    'GET /oauth2/v2/userinfo',
    { query: z.strictObject({ alt: z.literal('json').optional() }) },
    ({ email }) =>
      jsonAnswer(200, {
        id: '104207915332415926535',
        email,
        verified_email: true,
        picture: 'https://lh3.googleusercontent.com/a/default-user=s96-c',
      }),
  ),
]

const mailRoutes = [...readRoutes, ...writeRoutes]

/** Answers an authenticated request of gmail.googleapis.com or www.googleapis.com, if the scopes allow it. */
export const answerApi = (
  mailbox: Mailbox,
  request: SimulatedRequest,
  scopes: ReadonlySet<string>,
): SimulatedAnswer => {
  const { hostname, pathname } = request.url
  const isMail = hostname === 'gmail.googleapis.com'
  const sends = pathname.endsWith('/messages/send') ? [scopeOf('gmail.send')] : []
  const enough = isMail ? [scopeOf('gmail.modify'), ...sends] : [scopeOf('userinfo.email')]
  if (!enough.some((scope) => scopes.has(scope))) return scopeMissing()
  return answerByRoutes(isMail ? mailRoutes : identityRoutes, google, mailbox, request)
}
