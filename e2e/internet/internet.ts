import { mkdir } from 'node:fs/promises'
import { getLocal, type CompletedRequest } from 'mockttp'
import { createCertificateAuthority } from './certificate-authority.ts'
import type { RecordedRequest, SimulatedAnswer, SimulatedRequest, Site } from './exchange.ts'
import { listeningOnLoopback } from './listen-on-loopback.ts'
import { createSecretsSeen, type Secret } from './secrets-seen.ts'
import { startServices, type Services } from './services.ts'

export type SimulatedInternet = Services & {
  /** `http://127.0.0.1:PORT`: the one way out, for the app and for its browser. */
  readonly proxyUrl: string
  readonly caPath: string
  /** Adds a service for one test: its hosts answer from now on. */
  add(site: Site): void
  /** From now on nothing answers, as where a cable is pulled behind the router. */
  unplug(): void
  plugIn(): void
  /** Every request so far, oldest first, of one host or of all. */
  requests(host?: string): readonly RecordedRequest[]
  /** Every credential that was sent or given so far. */
  secretsSeen(): readonly Secret[]
  stop(): Promise<void>
}

/**
 * Starts an HTTPS proxy that answers as the services simulated here, with certificates from an authority made
 * for this run (`folder/ca.pem`). Every other host gets 502; nothing is ever passed on.
 */
export const startInternet = async (options: { readonly folder: string }): Promise<SimulatedInternet> => {
  await mkdir(options.folder, { recursive: true })
  const authority = await createCertificateAuthority(options.folder)
  const server = getLocal({ https: { key: authority.key, cert: authority.cert }, recordTraffic: false })
  const { services, sites } = await startServices()
  const secrets = createSecretsSeen()
  let isPlugged = true
  const recorded: { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] }[] = []

  await server.forAnyRequest().thenCallback(async (incoming) => {
    if (!isPlugged) return 'close'
    const request = await readRequest(incoming)
    const record = { ...request, url: request.url.href, status: undefined as number | undefined }
    recorded.push(record)
    const answer = await answerFrom(sites, request)
    record.status = answer.status
    secrets.note(request, answer)
    return {
      statusCode: answer.status,
      headers: { ...answer.headers },
      rawBody: Buffer.from(answer.body ?? ''),
    }
  })
  await listeningOnLoopback(() => server.start(0))

  return {
    proxyUrl: `http://127.0.0.1:${server.port}`,
    caPath: authority.caPath,
    ...services,
    add: (site) => void sites.unshift(site),
    unplug: () => void (isPlugged = false),
    plugIn: () => void (isPlugged = true),
    requests: (host) => recorded.filter(({ url }) => host === undefined || new URL(url).hostname === host),
    secretsSeen: secrets.list,
    async stop() {
      await server.stop()
      for (const site of sites) await site.stop?.()
    },
  }
}

const readRequest = async (incoming: CompletedRequest): Promise<SimulatedRequest> => ({
  method: incoming.method,
  url: new URL(incoming.url),
  headers: Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]),
  ),
  body: (await incoming.body.getText()) ?? '',
  at: Date.now(),
})

const answerFrom = async (sites: readonly Site[], request: SimulatedRequest): Promise<SimulatedAnswer> => {
  const site = sites.find(({ hosts }) => hosts.includes(request.url.hostname))
  if (!site) return { status: 502, headers: { 'content-type': 'text/plain' }, body: 'no such host' }
  return site.answer(request)
}
