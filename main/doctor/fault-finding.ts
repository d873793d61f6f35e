import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Fault, FaultKind } from './connection-fault.ts'
import { problem, type Finding } from './finding.ts'

/** What the sentences need to know beside the fault. */
interface Way {
  readonly host: string
  /** `host:port` of the proxy, if the address goes through one. */
  readonly proxy: string | undefined
  readonly limitSeconds: number
}

type Words = (way: Way, code: string) => Sentence

const { reach } = sentences

/** Who is met first is who a fault before the tunnel is about. */
const SENTENCES: Readonly<Record<FaultKind, Words>> = {
  name: ({ host, proxy }, code) =>
    proxy === undefined ? reach.name.direct(host, code) : reach.name.proxied(proxy, code),
  refused: ({ host, proxy }, code) =>
    proxy === undefined ? reach.refused.direct(host, code) : reach.refused.proxied(proxy, code),
  unreachable: ({ host, proxy }, code) =>
    proxy === undefined ? reach.unreachable.direct(host, code) : reach.unreachable.proxied(proxy, code),
  timeout: ({ host, proxy, limitSeconds }) =>
    proxy === undefined
      ? reach.timeout.direct(host, limitSeconds)
      : reach.timeout.proxied(host, limitSeconds, proxy),
  cut_off: ({ host, proxy }, code) =>
    proxy === undefined ? reach.cutOff.direct(host, code) : reach.cutOff.proxied(host, code, proxy),
  certificate_time: ({ host }, code) => reach.certificateTime(host, code),
  certificate_issuer: ({ host }, code) => reach.certificateIssuer(host, code, reach.inspects),
  certificate_name: ({ host }, code) => reach.certificateName(host, code, reach.inspects),
  certificate: ({ host }, code) => reach.certificate(host, code),
  tls: ({ host, proxy }, code) =>
    proxy === undefined
      ? reach.tls.direct(host, code, reach.inspects)
      : reach.tls.proxied(host, code, reach.inspects, proxy),
  proxy_password: ({ host, proxy }) =>
    proxy === undefined ? reach.proxyPassword.unnamed(host) : reach.proxyPassword.named(host, proxy),
  proxy_refused: ({ host, proxy }, code) =>
    proxy === undefined
      ? reach.proxyRefused.unnamed(host, code)
      : reach.proxyRefused.named(host, code, proxy),
  proxy_kind: ({ host }, code) => reach.proxyKind(host, code),
  portal: ({ host }) => reach.portal(host),
  unknown: ({ host, proxy }, code) =>
    proxy === undefined ? reach.unknown.direct(host, code) : reach.unknown.proxied(host, code, proxy),
}

/** A fault in words: what happened, and what to do. */
export function faultFinding({ kind, code }: Fault, way: Way): Finding {
  return problem(SENTENCES[kind](way, code))
}
