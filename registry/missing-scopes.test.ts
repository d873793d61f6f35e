import { expect, it } from 'vitest'
import { missingScopesOf } from './missing-scopes.ts'

const READ_MAIL = 'https://mail.example/auth/read'

it('reads the challenge of RFC 6750', () => {
  const challenge = `Bearer realm="https://accounts.example/", error="insufficient_scope", scope="${READ_MAIL} openid"`
  expect(missingScopesOf(403, new Headers({ 'www-authenticate': challenge }))).toEqual([READ_MAIL, 'openid'])
})

it('reads which scopes would have done, and which the token has', () => {
  const headers = (held: string): Headers =>
    new Headers({ 'x-accepted-oauth-scopes': 'repo, public_repo', 'x-oauth-scopes': held })
  expect(missingScopesOf(404, headers('gist'))).toEqual(['repo'])
  expect(missingScopesOf(403, headers(''))).toEqual(['repo'])
  expect(missingScopesOf(404, headers('gist, public_repo'))).toEqual([])
})

it('takes no other refusal for a missing scope: the advice would lead nowhere', () => {
  const held = new Headers({ 'x-accepted-oauth-scopes': 'repo', 'x-oauth-scopes': '' })
  expect(missingScopesOf(401, held)).toEqual([])
  expect(missingScopesOf(403, new Headers({ 'x-accepted-oauth-scopes': 'repo' }))).toEqual([])
  expect(
    missingScopesOf(403, new Headers({ 'x-accepted-oauth-scopes': '', 'x-oauth-scopes': 'gist' })),
  ).toEqual([])
  expect(
    missingScopesOf(403, new Headers({ 'www-authenticate': 'Bearer error="invalid_token", scope="a"' })),
  ).toEqual([])
})
