import { expect, it } from 'vitest'
import { parseOAuthAnswer, REDIRECT_URI } from './redirect-uri.ts'

it('reads the answer of the browser', () => {
  const answer = parseOAuthAnswer(`${REDIRECT_URI}?code=a%2Bb&state=s#_=_`)
  expect(Object.fromEntries(answer ?? [])).toEqual({ code: 'a+b', state: 's' })
})

it.each([
  '',
  'not a link',
  '--inspect=9229',
  'https://evil.example/oauth/callback?code=x&state=y',
  'app.gatehouse.desktop://evil/oauth/callback?code=x&state=y',
  'app.gatehouse.desktop:/oauth/callback/../approve?state=y',
  'app.gatehouse.desktop:/oauth/callback/?code=x&state=y',
  'app.gatehouse.desktop:oauth/callback?code=x&state=y',
  'app.gatehouse.desktop:/OAUTH/CALLBACK?code=x&state=y',
  'app.gatehouse.desktop.evil:/oauth/callback?code=x&state=y',
  'javascript:app.gatehouse.desktop:/oauth/callback?state=y',
  `${REDIRECT_URI}?code=x`,
  `${REDIRECT_URI}?code=x&state=${'y'.repeat(9_000)}`,
])('takes nothing else for one: %s', (link) => {
  expect(parseOAuthAnswer(link)).toBeUndefined()
})
