import { serveNotifications } from './fixtures/notifications.ts'
import { choosePassphrase, PASSPHRASE } from './fixtures/passphrase.ts'
import { startHidden } from './fixtures/start-hidden.ts'
import { openSection } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

const LOCKED = { title: 'Gatehouse is locked', body: 'Enter your passphrase so that your AI apps can work.' }

test('a start at login with a locked vault is told once, and a press on it asks for the passphrase', async ({
  world,
}) => {
  world.canaries.add('passphrase', PASSPHRASE)
  const app = await world.launch()
  await openSection(app.window, 'Settings')
  await choosePassphrase(app.window)
  await app.quit()

  const notifications = await serveNotifications()
  try {
    const hidden = await startHidden(world)
    await expect.poll(() => notifications.shown).toMatchObject([LOCKED])
    expect(await hidden.pages()).toEqual([])
    notifications.press(notifications.shown[0]?.id ?? 0)
    await expect.poll(hidden.pages).toHaveLength(1)
    await hidden.quit()

    const { window } = await world.launch()
    const field = window.getByRole('dialog').getByRole('textbox', { name: 'Passphrase' })
    await expect(field).toBeFocused()
    expect(notifications.shown).toHaveLength(1)
  } finally {
    notifications.stop()
  }
})
