import { describe, expect, it } from 'vitest'
import { createFakeNetwork } from '../testing/fake-platform.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { notesAuth } from '../testing/notes.ts'
import { tokens } from '../testing/notes-service.ts'
import { createTokenEndpoint } from './token-endpoint.ts'

const ISSUER = 'https://notes.example/login/oauth'
const proof = { state: 's', verifier: 'v', redirectUri: 'app.gatehouse.desktop:/oauth/callback' }

/** @returns how many token requests an answer of this issuer comes to */
async function requests(issuer: string | undefined, iss: string | undefined): Promise<number> {
  const network = createFakeNetwork()
  network.respond = () => tokens('access-1', 'refresh-1', 3_600)
  const auth = { ...notesAuth[0], ...(issuer !== undefined && { issuer }) }
  const edges = { network, clock: createManualClock() }
  const endpoint = createTokenEndpoint({ name: 'Notes' }, auth, { clientId: 'client-1' }, edges)
  const answer = new URLSearchParams({ code: 'c', state: 's', ...(iss !== undefined && { iss }) })
  await endpoint.exchange(answer, proof).catch(() => undefined)
  return network.requests.length
}

describe('an answer that says who it is from', () => {
  it('is taken from an issuer that has a path: its sign-in would never work', async () => {
    expect(await requests(ISSUER, ISSUER)).toBe(1)
  })

  it.each(['https://notes.example', `${ISSUER}/`, `${ISSUER}/authorize`, 'https://evil.example/login/oauth'])(
    'is refused from what only resembles it: %s',
    async (iss) => {
      expect(await requests(ISSUER, iss)).toBe(0)
    },
  )

  it('is taken from the consent page’s origin where nothing else is known, and when it does not say', async () => {
    expect(await requests(undefined, 'https://notes.example')).toBe(1)
    expect(await requests(undefined, ISSUER)).toBe(0)
    expect(await requests(undefined, undefined)).toBe(1)
  })
})
