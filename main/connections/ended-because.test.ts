import { expect, it } from 'vitest'
import { googleOAuth } from '../../registry/google-oauth.ts'
import { normalizeAuth } from '../../registry/auth.ts'
import { endedBecause } from './ended-because.ts'

const DAY_MS = 86_400_000
const google = { name: 'Gmail', auth: [normalizeAuth(googleOAuth([]))] }

it.each([7, 7.5])('an end after %d days is told as the habit it is, with the way out', (days) => {
  expect(String(endedBecause(google, { signedInAt: 1_000 }, 1_000 + days * DAY_MS))).toMatch(
    /“Testing”.*“In production”/,
  )
})

it.each([0.1, 6.9, 8, 200])('an end after %d days is not put down to it', (days) => {
  expect(String(endedBecause(google, { signedInAt: 1_000 }, 1_000 + days * DAY_MS))).toBe(
    'Gmail has ended the sign-in: it was revoked, or too old.',
  )
})
