import { noConnection, type SentRequest } from './fake-platform.ts'

/** The provider behind `notes`, as far as tests need it: who has which credential, and what was done. */
export interface NotesService {
  /** Account id by the credential that the API accepts. */
  readonly accounts: Map<string, string>
  /** Answers the token endpoint; the default gives `access-1`, `access-2`, … */
  token: (form: URLSearchParams) => Response | Promise<Response>
  /** Answers the API before the default does. */
  api: (request: SentRequest) => Response | Promise<Response> | undefined
  readonly respond: (request: SentRequest) => Response | Promise<Response>
}

/** @param lifetime seconds that the tokens it gives live */
export function createNotesService(lifetime = 3_600): NotesService {
  let given = 0
  const service: NotesService = {
    accounts: new Map([['key-of-ada', 'ada']]),
    token() {
      given += 1
      service.accounts.set(`access-${given}`, 'ada')
      return tokens(`access-${given}`, `refresh-${given}`, lifetime)
    },
    api: () => undefined,
    respond(request) {
      const { host, pathname } = request.url
      if (host === 'notes.example') {
        if (pathname === '/oauth/revoke') return new Response(null, { status: 200 })
        return service.token(new URLSearchParams(request.body))
      }
      if (host === 'api.mischief.example') return json({})
      if (host !== 'api.notes.example') return noConnection()
      return service.api(request) ?? apiAnswer(service, request)
    },
  }
  return service
}

interface JsonInit {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

export function json(body: unknown, { headers, ...init }: JsonInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

export function tokens(accessToken: string, refreshToken: string, lifetime: number): Response {
  return json({
    access_token: accessToken,
    token_type: 'Bearer',
    refresh_token: refreshToken,
    expires_in: lifetime,
    scope: 'read,write',
  })
}

/** The credential of a request, in whichever header it travels. */
export function credentialOf({ headers }: SentRequest): string {
  return headers.get('x-notes-key') ?? headers.get('authorization')?.replace('Bearer ', '') ?? ''
}

function apiAnswer({ accounts }: NotesService, request: SentRequest): Response {
  const id = accounts.get(credentialOf(request))
  if (id === undefined) return json({ message: 'Bad credentials' }, { status: 401 })
  const { pathname } = request.url
  if (pathname === '/me') return json({ id, email: `${id}@example.com` })
  if (request.method === 'POST') return json({ id: 'note-1', title: 'made' }, { status: 201 })
  if (pathname === '/notes') return json({ notes: [{ id: 'note-1', title: 'Milk' }] })
  return json({ id: pathname.split('/').at(-1), title: 'Milk' })
}
