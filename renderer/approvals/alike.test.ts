import { describe, expect, it } from 'vitest'
import type { Approval } from '../../preload/contract/shapes.ts'
import { alikeOf, mayAllowTogether, splitFields } from './alike.ts'

const approval = (id: string, over: Partial<Approval> = {}): Approval => ({
  id,
  requestedAt: '2026-01-01T10:00:00.000Z',
  appId: 'app',
  appName: 'App',
  workspaceName: null,
  integrationId: 'acme',
  integrationName: 'Acme',
  icon: 'acme.svg',
  connectionId: 'con',
  accountName: 'ada',
  tool: 'acme_send_note',
  effect: 'write',
  summary: 'Send a note',
  preview: null,
  fields: [],
  isRemembered: true,
  isEditable: true,
  expiresAt: '2026-01-01T10:15:00.000Z',
  ...over,
})

const fields = (values: Readonly<Record<string, string>>): Approval['fields'] =>
  Object.entries(values).map(([path, text]) => ({ path, text }))

describe('questions of one kind', () => {
  it('are of one app, one tool and one account', () => {
    const shown = approval('1')
    const queue = [
      shown,
      approval('2', { appId: 'other' }),
      approval('3', { tool: 'acme_send_mail' }),
      approval('4', { connectionId: 'other' }),
      approval('5'),
    ]
    expect(alikeOf(queue, shown).map(({ id }) => id)).toEqual(['1', '5'])
  })

  it('are not allowed together when they destroy, or when Gatehouse itself would act', () => {
    expect(mayAllowTogether([approval('1'), approval('2')])).toBe(true)
    expect(mayAllowTogether([approval('1'), approval('2', { effect: 'destructive' })])).toBe(false)
    expect(mayAllowTogether([approval('1'), approval('2', { isEditable: false })])).toBe(false)
  })
})

describe('what calls have in common', () => {
  it('stands once, and what differs stands with each', () => {
    const { shared, own } = splitFields([
      approval('1', { fields: fields({ channel: 'C1', text: 'Hi' }) }),
      approval('2', { fields: fields({ channel: 'C1', text: 'Ho' }) }),
    ])
    expect(shared).toEqual(fields({ channel: 'C1' }))
    expect([...own.values()]).toEqual([fields({ text: 'Hi' }), fields({ text: 'Ho' })])
  })

  it('is no part of a list: one more recipient shows the whole list with every call', () => {
    const { shared, own } = splitFields([
      approval('1', { fields: fields({ 'to[0]': 'a@x', subject: 's' }) }),
      approval('2', { fields: fields({ 'to[0]': 'a@x', 'to[1]': 'evil@x', subject: 's' }) }),
    ])
    expect(shared).toEqual(fields({ subject: 's' }))
    expect(own.get('1')).toEqual(fields({ 'to[0]': 'a@x' }))
    expect(own.get('2')).toEqual(fields({ 'to[0]': 'a@x', 'to[1]': 'evil@x' }))
  })

  it('does not hold an argument that only one call has', () => {
    const { shared, own } = splitFields([
      approval('1', { fields: fields({ to: 'a@x' }) }),
      approval('2', { fields: fields({ to: 'a@x', bcc: 'evil@x' }) }),
    ])
    expect(shared).toEqual(fields({ to: 'a@x' }))
    expect(own.get('2')).toEqual(fields({ bcc: 'evil@x' }))
  })
})
