import { describe, expect, it } from 'vitest'
import { arrival, openDoor, type Door } from '../testing/door.ts'
import { createConnectedHub, createTestHub } from '../testing/test-hub.ts'

async function atTheDoor() {
  const test = createTestHub()
  return { test, door: await openDoor(test) }
}

const later = <T>(value: T): Promise<T> => new Promise((resolve) => setImmediate(resolve, value))

const ask = (door: Door, body: object | string = { name: 'Script', toolkits: ['notes'] }) =>
  door.knock('/v1/pair', { body })

describe('a program that asks for a token', () => {
  it('gets it after the yes, with what the person chose, and can use it at once', async () => {
    const test = await createConnectedHub()
    const door = await openDoor(test)
    const { status, body } = await ask(door)
    expect(status).toBe(202)
    expect(body).toMatchObject({
      status: 'pending',
      pairing_id: expect.stringMatching(/^[\w-]{43}$/) as string,
      poll: `/v1/pair/${String(body['pairing_id'])}`,
    })
    const pairing = await door.asked()
    expect(pairing).toMatchObject({
      name: 'Script',
      suggestedName: 'Script',
      from: 'program',
      wanted: ['notes'],
    })
    expect(pairing.code).toBe(body['code'])
    expect(pairing.code).toMatch(/^\d{4}$/)
    expect(test.hub.waitingApprovals()).toBe(1)

    const polling = door.knock(String(body['poll']))
    await test.ask('pairings.decide', { pairingId: pairing.id, allow: true, name: 'Nightly' })
    const { body: paired } = await polling
    expect(paired).toMatchObject({ status: 'allowed', name: 'Nightly', toolkits: ['notes'], url: door.url })
    expect(test.hub.waitingApprovals()).toBe(0)
    const listed = await door.knock('/v1/manifest?format=mcp', {
      headers: { authorization: `Bearer ${String(paired['token'])}` },
    })
    expect(listed.text).toContain('notes_list_notes')
  })

  it('gets the token once, and nobody else does', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    const { id } = await door.asked()
    await test.ask('pairings.decide', { pairingId: id, allow: true })
    const answers = await Promise.all([1, 2, 3].map(() => door.knock(String(body['poll']))))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404])
    expect(await test.ask('apps.list', {})).toHaveLength(1)
  })

  it('waits when nobody has answered yet, rather than asking again and again', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    const { answer: polling } = await arrival(() => door.knock(String(body['poll'])))
    await test.platform.clock.advance(24_999)
    expect(await Promise.race([polling, later('waits')])).toBe('waits')
    await test.platform.clock.advance(1)
    expect(await polling).toMatchObject({ status: 202, body: { status: 'pending' } })
  })

  it('hears of a no, and no app is made', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: false })
    const poll = String(body['poll'])
    expect(await door.knock(poll)).toMatchObject({ status: 200, body: { status: 'denied' } })
    expect(await door.knock(poll)).toMatchObject({ status: 200, body: { status: 'denied' } })
    expect(await test.ask('apps.list', {})).toEqual([])
  })

  it('is not let in by an answer that comes too late', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    const { id } = await door.asked()
    test.platform.clock.sleep(5 * 60_000)
    expect((await test.refusal('pairings.decide', { pairingId: id, allow: true })).code).toBe(
      'APPROVAL_EXPIRED',
    )
    expect((await door.knock(String(body['poll']))).body).toEqual({ status: 'expired' })
  })

  it('takes its question along when it goes away', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    await door.asked()
    const hangingUp = new AbortController()
    const { answer: polling, ended } = await arrival(() =>
      door.knock(String(body['poll']), { signal: hangingUp.signal }).catch(() => 'hung up'),
    )
    hangingUp.abort()
    expect(await polling).toBe('hung up')
    await ended
    await test.platform.clock.advance(29_000)
    expect(test.hub.waitingApprovals()).toBe(1)
    await test.platform.clock.advance(1_000)
    expect(test.hub.waitingApprovals()).toBe(0)
    expect((await door.knock(String(body['poll']))).body).toEqual({ status: 'withdrawn' })
  })

  it('can take its question back itself', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    await door.asked()
    const gone = await door.knock(String(body['poll']), { method: 'DELETE' })
    expect(gone.body).toEqual({ status: 'withdrawn' })
    expect(test.hub.waitingApprovals()).toBe(0)
  })

  it('does not lose an answer that nobody has fetched, and does not keep it for ever', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: true })
    expect(await test.ask('apps.list', {})).toEqual([])
    await test.platform.clock.advance(5 * 60_000)
    expect((await door.knock(String(body['poll']))).status).toBe(404)
    expect(await test.ask('apps.list', {})).toEqual([])
  })

  it('is withdrawn when Gatehouse quits, and its poll is answered', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    const { answer: polling } = await arrival(() =>
      door.knock(String(body['poll'])).then(
        (answer) => answer.status,
        () => 'cut off',
      ),
    )
    await test.close()
    expect(await polling).not.toBe(200)
    expect(test.platform.clock.pending()).toBe(0)
  })
})

describe('the person is not flooded', () => {
  it('by a program that asks again and again', async () => {
    const { test, door } = await atTheDoor()
    const statuses: number[] = []
    for (let round = 0; round < 5; round += 1) statuses.push((await ask(door)).status)
    expect(statuses).toEqual([202, 202, 202, 429, 429])
    expect(test.hub.waitingApprovals()).toBe(3)
  })

  it('by one that was turned away each time', async () => {
    const { test, door } = await atTheDoor()
    let asked = 0
    for (; (await ask(door)).status === 202; asked += 1) {
      await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: false })
    }
    expect(asked).toBe(3)
    const refused = await ask(door)
    expect(refused.headers['retry-after']).toBe('60')
    await test.platform.clock.advance(60_000)
    expect((await ask(door)).status).toBe(202)
  })

  it('and no two open questions show the same code', async () => {
    const { test, door } = await atTheDoor()
    for (let round = 0; round < 3; round += 1) await ask(door)
    const codes = (await test.ask('pairings.list', {})).map(({ code }) => code)
    expect(new Set(codes).size).toBe(3)
  })
})

describe('a name', () => {
  it('with characters that nobody sees is shown as it came, and becomes a plain one', async () => {
    const { test, door } = await atTheDoor()
    const name = 'Cl\u200Baude\u202E\n pmis'
    const { body } = await ask(door, { name })
    const pairing = await door.asked()
    expect(pairing).toMatchObject({ name, suggestedName: 'Cl aude pmis' })
    await test.ask('pairings.decide', { pairingId: pairing.id, allow: true })
    expect((await door.knock(String(body['poll']))).body['name']).toBe('Cl aude pmis')
  })

  it('that there is already gets a number', async () => {
    const { test, door } = await atTheDoor()
    await test.ask('apps.add', { name: 'cursor' })
    const { body } = await ask(door, { name: 'Cursor' })
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: true })
    expect((await door.knock(String(body['poll']))).body['name']).toBe('Cursor 2')
  })
})

describe('toolkits', () => {
  it('that do not exist are not shown, and cannot be chosen', async () => {
    const { test, door } = await atTheDoor()
    await ask(door, { name: 'Script', toolkits: ['notes', 'no-such', '__proto__'] })
    const { id, wanted } = await door.asked()
    expect(wanted).toEqual(['notes'])
    const refusal = await test.refusal('pairings.decide', {
      pairingId: id,
      allow: true,
      toolkits: ['no-such'],
    })
    expect(refusal.code).toBe('RESOURCE_NOT_FOUND')
    expect(test.hub.waitingApprovals()).toBe(1)
  })

  it('are the person’s choice, not the program’s', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    await test.ask('pairings.decide', {
      pairingId: (await door.asked()).id,
      allow: true,
      toolkits: ['mischief'],
    })
    expect((await door.knock(String(body['poll']))).body['toolkits']).toEqual(['mischief'])
  })
})

describe('nobody asks the person', () => {
  const json = { 'content-type': 'application/json' }
  it.each<[string, object, number]>([
    ['a web page', { headers: { ...json, origin: 'https://evil.example' } }, 403],
    ['a page without an origin', { headers: { ...json, 'sec-fetch-site': 'cross-site' } }, 403],
    [
      'a page that goes there',
      { headers: { ...json, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' } },
      403,
    ],
    ['another host name', { headers: { ...json, host: 'evil.example' } }, 403],
    ['a form', { headers: { 'content-type': 'text/plain' } }, 415],
    ['GET', { method: 'GET', body: undefined }, 405],
    ['no name', { body: '{}' }, 422],
    ['a blank name', { body: '{"name":"   "}' }, 422],
    ['a very long name', { body: JSON.stringify({ name: 'x'.repeat(81) }) }, 422],
    ['a field it does not know', { body: '{"name":"x","allow":true}' }, 422],
    ['half a JSON', { body: '{"name":' }, 422],
  ])('when %s asks', async (_, change, status) => {
    const { test, door } = await atTheDoor()
    const answer = await door.knock('/v1/pair', { body: '{"name":"x"}', ...change })
    expect(answer.status).toBe(status)
    expect(test.hub.waitingApprovals()).toBe(0)
  })

  it('and a guessed id finds nothing', async () => {
    const { test, door } = await atTheDoor()
    await ask(door)
    const { id } = await door.asked()
    for (const guess of [id, '', 'x', '__proto__']) {
      expect((await door.knock(`/v1/pair/${guess}`)).status).toBe(404)
    }
    expect(JSON.stringify(await test.ask('pairings.list', {}))).not.toMatch(/[\w-]{43}/)
  })
})

it('what is over is told in German to the window, and in English to the program', async () => {
  const { test, door } = await atTheDoor()
  await test.ask('preferences.setLanguage', { language: 'de' })
  const late = await test.refusal('pairings.decide', { pairingId: 'pair_none', allow: false })
  expect(late.message).toBe('Diese Frage ist nicht mehr offen.')
  const unknown = await door.knock('/v1/pair/none')
  expect(JSON.stringify(unknown)).toContain('This request is over.')
  const malformed = await ask(door, { name: '' })
  expect(JSON.stringify(malformed)).toContain('The body is {')
})
