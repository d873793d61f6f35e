import { expect, it } from 'vitest'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'
import { PASSPHRASE } from '../testing/vault-world.ts'
import { createLockedNotice } from './locked-notice.ts'

function noticing(test: TestHub) {
  const shown: { isOpen: boolean }[] = []
  const window = { isOpen: false }
  const notice = createLockedNotice({
    isLocked: test.hub.isLocked,
    isWindowOpen: () => window.isOpen,
    notify() {
      const entry = { isOpen: true }
      shown.push(entry)
      return () => void (entry.isOpen = false)
    },
  })
  return { notice, shown, window }
}

/** Started again with a vault that has a passphrase, as when the person signs in to the computer. */
async function startedLocked(): Promise<TestHub> {
  const test = createTestHub()
  await test.ask('vault.usePassphrase', { passphrase: PASSPHRASE })
  return await test.restart()
}

it('a start without a window and with a locked vault is told, once, until the passphrase is entered', async () => {
  const test = await startedLocked()
  const { notice, shown } = noticing(test)
  notice.started()
  notice.started()
  notice.changed()
  expect(shown).toEqual([{ isOpen: true }])
  await test.ask('vault.unlock', { passphrase: PASSPHRASE })
  notice.changed()
  expect(shown).toEqual([{ isOpen: false }])
  await test.ask('vault.lock', {})
  notice.changed()
  expect(shown).toHaveLength(1)
})

it('nobody is told of what their window already asks for', async () => {
  const { notice, shown, window } = noticing(await startedLocked())
  window.isOpen = true
  notice.started()
  expect(shown).toEqual([])
})

it('the notice goes when the window is opened in another way', async () => {
  const { notice, shown, window } = noticing(await startedLocked())
  notice.started()
  window.isOpen = true
  notice.changed()
  expect(shown).toEqual([{ isOpen: false }])
})

it('an open vault says nothing', async () => {
  const { notice, shown } = noticing(createTestHub())
  notice.started()
  expect(shown).toEqual([])
})
