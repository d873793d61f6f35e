import { describe, expect, it } from 'vitest'
import type { Approval } from '../../preload/contract/shapes.ts'
import { orderQueue, secondsLeft } from './approval-queue.ts'

const approval = (id: string, requestedAt: string): Approval => ({
  id,
  requestedAt,
  appId: 'app',
  appName: 'App',
  integrationId: 'acme',
  integrationName: 'Acme',
  icon: 'acme.svg',
  connectionId: 'con',
  workspaceName: null,
  accountName: 'ada',
  tool: 'acme_send_note',
  effect: 'write',
  summary: 'Send a note',
  preview: null,
  fields: [],
  isRemembered: true,
  isEditable: true,
  expiresAt: requestedAt,
})

const early = approval('early', '2026-01-01T10:00:00.000Z')
const late = approval('late', '2026-01-01T11:00:00.000Z')
const ids = (queue: readonly Approval[]): readonly string[] => queue.map(({ id }) => id)

describe('orderQueue', () => {
  it('puts the oldest first', () => {
    expect(ids(orderQueue([late, early], null))).toEqual(['early', 'late'])
  })

  it('never swaps the one on screen for another that still waits', () => {
    expect(ids(orderQueue([early, late], 'late'))).toEqual(['late', 'early'])
  })

  it('goes on with the oldest when the one on screen is gone', () => {
    expect(ids(orderQueue([late, early], 'gone'))).toEqual(['early', 'late'])
  })
})

describe('secondsLeft', () => {
  it('counts up to whole seconds and stops at zero', () => {
    const at = Date.parse(early.expiresAt)
    expect(secondsLeft(early.expiresAt, at - 1500)).toBe(2)
    expect(secondsLeft(early.expiresAt, at + 9000)).toBe(0)
  })
})
