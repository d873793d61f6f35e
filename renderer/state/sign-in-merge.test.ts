import { describe, expect, it } from 'vitest'
import type { SignIn } from '../../preload/contract/shapes.ts'
import { mergeSignIn } from './sign-in-merge.ts'

const signIn = (id: string, status: SignIn['status']): SignIn => ({
  id,
  integrationId: 'acme',
  status,
  problem: null,
  connectionId: null,
  device: null,
})

describe('mergeSignIn', () => {
  it('takes the end of the one shown', () => {
    expect(mergeSignIn(signIn('a', 'waiting'), signIn('a', 'done')).status).toBe('done')
  })

  it('keeps the end when the answer arrives after the event', () => {
    expect(mergeSignIn(signIn('a', 'failed'), signIn('a', 'waiting')).status).toBe('failed')
  })

  it('lets a new one replace an old one', () => {
    expect(mergeSignIn(signIn('a', 'failed'), signIn('b', 'waiting')).id).toBe('b')
    expect(mergeSignIn(signIn('a', 'waiting'), signIn('b', 'waiting')).id).toBe('b')
  })

  it('does not let the end of an old one hide the new one', () => {
    expect(mergeSignIn(signIn('b', 'waiting'), signIn('a', 'cancelled')).id).toBe('b')
  })
})
