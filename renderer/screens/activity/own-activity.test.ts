import { expect, it } from 'vitest'
import { ownEventOf } from './own-activity.ts'

it('a line about Gatehouse itself has a name; what an app asks of Gatehouse is a call', () => {
  const integrationId = 'gatehouse'
  expect(ownEventOf({ integrationId, tool: 'gatehouse_restore' })).toBe('A backup was restored')
  expect(ownEventOf({ integrationId, tool: 'manage_integrations' })).toBeUndefined()
  expect(ownEventOf({ integrationId: 'notes', tool: 'gatehouse_restore' })).toBeUndefined()
})
