import { expect, test } from 'vitest'
import { zoom } from '../../../registry/communication/zoom.ts'
import { createToolCaller } from '../tool-caller.ts'
import { useInternet } from '../use-internet.ts'
import { zoomApp } from './oauth.ts'

const outside = useInternet()

const requestToken = async (app: typeof zoomApp) => {
  const response = await outside.client.request('https://zoom.us/oauth/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${app.client_id}:${app.client_secret}`)}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: app.account_id }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

const bearer = async () => `Bearer ${(await requestToken(zoomApp)).body['access_token']}`

test('only the app’s own values give a token', async () => {
  expect(await requestToken({ ...zoomApp, client_secret: 'wrong' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_client', reason: 'Invalid client_id or client_secret' },
  })
  expect((await requestToken({ ...zoomApp, account_id: 'wrong' })).status).toBe(400)
  expect((await requestToken(zoomApp)).body).toMatchObject({ token_type: 'bearer', expires_in: 3599 })
})

test('a token is refused when its time is over, or it was ended', async () => {
  outside.internet.zoom.tokenSeconds = 0
  const call = createToolCaller(outside.client, zoom, { authorization: await bearer() })
  await expect(call('zoom_get_user')).rejects.toThrow('Access token is expired.')
  outside.internet.zoom.tokenSeconds = 3_599
  const authorization = await bearer()
  outside.internet.zoom.endTokens()
  const late = createToolCaller(outside.client, zoom, { authorization })
  await expect(late('zoom_get_user')).rejects.toThrow('Invalid access token.')
})

test('the tools send what Zoom takes', async () => {
  const account = { authorization: await bearer(), site: { web: 'us05web' } }
  const call = createToolCaller(outside.client, zoom, account)
  expect(await call('zoom_get_user')).toMatchObject({ email: 'ada@example.com', name: 'Ada Lovelace' })
  expect((await call('zoom_list_meetings'))['meetings']).toMatchObject([
    { topic: 'Launch review' },
    { topic: 'Weekly' },
  ])
  const meeting = { topic: 'Retro', start_time: '2026-05-01T10:00:00Z', duration: 30, waiting_room: true }
  const created = await call('zoom_create_meeting', meeting)
  expect(created).toMatchObject({ topic: 'Retro', minutes: 30 })
  expect(JSON.stringify(created)).not.toContain('host-secret')
  expect(outside.internet.zoom.data.meetings.at(-1)).toMatchObject({ topic: 'Retro' })
})
