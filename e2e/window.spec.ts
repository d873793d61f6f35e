import type { Page } from '@playwright/test'
import { linearClient } from './fixtures/linear.ts'
import { connectLinearByKey } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('the page reaches nothing but the hub’s two functions', async ({ world }) => {
  const { window } = await world.launch()
  const seen = await window.evaluate(() => ({
    hub: Object.entries(Reflect.get(globalThis, 'hub') as object).map(
      ([name, value]) => `${name}: ${typeof value}`,
    ),
    node: ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  }))
  expect(seen.hub.toSorted()).toEqual(['on: function', 'request: function'])
  expect(seen.node).toEqual([])
})

test('the page cannot leave, open a window, or be asked for more', async ({ world }) => {
  const { window } = await world.launch()
  const address = window.url()
  expect(await window.evaluate(() => globalThis.open('https://linear.app') === null)).toBe(true)
  for (const target of ['https://linear.app/', 'file:///etc/passwd', 'app://gatehouse/%2e%2e/package.json']) {
    await window.evaluate((url) => void (location.href = url), target)
    await window.waitForTimeout(300)
    expect(window.url()).toBe(address)
  }
  expect(window.context().pages()).toEqual([window])
  expect(await permissions(window)).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    microphone: 'denied',
    camera: 'denied',
    clipboard: 'NotAllowedError',
  })
  // Not by a locator, which would wait for the refused navigation to end.
  expect(await window.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Catalog')
  expect(world.internet.requests()).toEqual([])
})

test('the content policy lets in no script and no foreign address', async ({ world }) => {
  const { window } = await world.launch()
  const tried = await window.evaluate(tryContentPolicy)
  expect(tried).toEqual({
    fetch: 'TypeError',
    evaluated: 'EvalError',
    inlineScriptRan: false,
    handlerRan: false,
    imageLoaded: false,
    frameLoaded: false,
  })
  expect(world.internet.requests()).toEqual([])
})

test('a page cannot ask the hub for what is not in its contract', async ({ world }) => {
  const { window } = await world.launch()
  const ask = (route: string, input: object) =>
    window.evaluate(
      ([route, input]) => {
        const hub = Reflect.get(globalThis, 'hub') as Record<
          'request',
          (...sent: unknown[]) => Promise<unknown>
        >
        return hub.request(route, input)
      },
      [route, input] as const,
    )
  for (const route of ['credentials.read', '__proto__', 'constructor', '']) {
    expect(await ask(route, {})).toMatchObject({ ok: false })
  }
  expect(await ask('apps.add', { name: 7 })).toMatchObject({ ok: false, error: { code: 'INVALID_PARAMS' } })
  await connectLinearByKey(window)
  await expect(window.getByRole('region', { name: 'Accounts' })).toBeVisible()
  const everything = await Promise.all([
    ask('integrations.list', {}),
    ask('integrations.get', { integrationId: 'linear' }),
    ask('apps.list', {}),
    ask('activity.list', {}),
  ])
  expect(everything[1]).toMatchObject({ ok: true })
  expect(JSON.stringify(everything)).not.toContain('lin_api_valid')
})

test('closing the window keeps the bridge; a second start brings the window back', async ({ world }) => {
  const { window, nextWindow, pid } = await world.launch()
  const client = await linearClient(world, window)
  await window.close()
  expect((await client.call('linear_list_teams')).isError).toBe(false)

  const opening = nextWindow()
  await world.startAgain()
  const again = await opening
  await expect(again.getByRole('heading', { name: 'Catalog', level: 1 })).toBeVisible()
  await expect(again.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  expect((await world.bridge()).pid).toBe(pid)
  expect((await client.call('linear_list_teams')).isError).toBe(false)
})

const permissions = (window: Page) =>
  window.evaluate(async () => {
    const failure = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'granted',
        (error: Error) => error.name,
      )
    const state = async (name: PermissionName): Promise<string> =>
      (await navigator.permissions.query({ name })).state
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await state('geolocation'),
      microphone: await state('microphone'),
      camera: await state('camera'),
      clipboard: await failure(navigator.clipboard.readText()),
    }
  })

/** Runs in the page: everything a page does that has been taken over. */
const tryContentPolicy = async () => {
  const seen = { inline: false, handler: false }
  Object.assign(globalThis, { seen })
  const script = document.createElement('script')
  script.textContent = 'seen.inline = true'
  const image = document.createElement('img')
  image.src = 'https://linear.app/picture.png'
  const box = document.createElement('div')
  box.innerHTML = '<img src="nowhere" onerror="seen.handler = true">'
  const frame = document.createElement('iframe')
  frame.src = 'https://linear.app/'
  document.body.append(script, image, box, frame)
  const failure = (work: () => unknown): Promise<string> =>
    Promise.resolve()
      .then(work)
      .then(
        () => 'worked',
        (error: Error) => error.name,
      )
  // Not in this function itself: a debugger's own evaluation is not bound by the page's policy.
  const evaluated = await new Promise<string>((resolve) => {
    // oxlint-disable-next-line typescript/no-implied-eval -- the very thing the policy must refuse
    setTimeout(() => void failure(() => new Function('return 1')()).then(resolve))
  })
  const fetched = await failure(() => fetch('https://api.linear.app/graphql'))
  await new Promise((resolve) => setTimeout(resolve, 500))
  return {
    fetch: fetched,
    evaluated,
    inlineScriptRan: seen.inline,
    handlerRan: seen.handler,
    imageLoaded: image.naturalWidth > 0,
    frameLoaded: (frame.contentDocument?.body.childElementCount ?? 0) > 0,
  }
}
