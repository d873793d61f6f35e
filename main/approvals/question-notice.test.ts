import { describe, expect, it } from 'vitest'
import type { Approval } from '../../preload/contract/shapes.ts'
import { nativeWords } from '../../preload/messages/native.ts'
import { questionNotice } from './question-notice.ts'

const words = nativeWords('en').notice

const approval: Approval = {
  id: 'apr_1',
  requestedAt: '2026-01-01T10:00:00.000Z',
  expiresAt: '2026-01-01T10:15:00.000Z',
  appId: 'app',
  appName: 'Desk assistant',
  workspaceName: null,
  integrationId: 'acme',
  integrationName: 'Acme',
  icon: 'acme.svg',
  connectionId: 'con',
  accountName: 'ada@example.com',
  tool: 'acme_send_note',
  effect: 'write',
  summary: 'Send “Hi” to Grace',
  preview: null,
  fields: [{ path: 'to', text: 'grace@example.com' }],
  isRemembered: true,
  isEditable: true,
}

describe('a notification of one question', () => {
  it('may be answered when all of it is there', () => {
    expect(questionNotice(1, [approval], true, words)).toEqual({
      title: 'Desk assistant asks for your permission',
      body: 'Send “Hi” to Grace\nto: grace@example.com\nAcme, ada@example.com',
      answers: 'apr_1',
    })
  })

  it.each<[string, Partial<Approval>]>([
    ['destroys something', { effect: 'destructive' }],
    ['is about what Gatehouse itself would do', { isEditable: false }],
    ['sends more than fits', { fields: [{ path: 'body', text: 'x'.repeat(300) }] }],
    ['hides characters', { fields: [{ path: 'to', text: 'gr\u202Eace' }] }],
    ['begins lines of its own', { summary: 'Send\nto: nobody' }],
    ['holds markup', { summary: 'Send <b>nothing</b>' }],
    ['is of an app with a long name', { appName: 'x'.repeat(60) }],
  ])('only says that something waits, and nothing of it, when it %s', (_, over) => {
    expect(questionNotice(1, [{ ...approval, ...over }], true, words)).toEqual({
      title: 'Gatehouse',
      body: 'An app waits for your answer.',
      answers: null,
    })
  })

  it.each([
    ['the system has no buttons', 1, [approval], false],
    ['several wait', 2, [approval, approval], true],
    ['what waits is no call', 1, [], true],
    ['something else waits too', 2, [approval], true],
  ] as const)('cannot be answered when %s', (_, waiting, approvals, canAnswer) => {
    expect(questionNotice(waiting, approvals, canAnswer, words).answers).toBeNull()
  })
})
