import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { sendBytes } from '../testing/malformed/raw-http.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

it('an app that leaves 192 requests half sent gets no more of them, others do, and a revoke ends them all', async () => {
  const test = await createConnectedHub()
  const [app, other] = [await test.pair('One'), await test.pair('Other')]
  await test.ask('apps.update', { appId: app.appId, callsPerMinute: 1_000 })
  const port = Number(new URL(app.url).port)
  const head = [
    'POST /v1/tools/notes_list_notes HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${app.token}`,
    'Content-Type: application/json',
    'Content-Length: 16',
  ].join('\r\n')
  const halves: Socket[] = []
  onTestFinished(() => halves.forEach((socket) => socket.destroy()))
  let ended = 0
  for (let part = 0; part < 192; part += 1) {
    const socket = connect(port, '127.0.0.1')
    halves.push(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => (ended += 1))
    socket.resume()
    await new Promise<void>((sent) =>
      socket.once('connect', () => socket.write(`${head}\r\n\r\n{`, () => sent())),
    )
  }
  const whole = `${head}\r\n\r\n{"arguments":{}}`
  await vi.waitFor(async () => {
    const { answers } = await sendBytes(whole, { port })
    expect(answers).toMatchObject([{ status: 429, headers: { 'retry-after': '1' } }])
  })
  expect((await other.call('notes_list_notes')).status).toBe(200)
  expect(ended).toBe(0)
  await test.ask('apps.remove', { appId: app.appId })
  await vi.waitFor(() => expect(ended).toBe(192))
  expect(test.apiRequests()).toEqual(['GET /notes'])
})
