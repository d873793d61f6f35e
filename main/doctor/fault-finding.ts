import type { Fault, FaultKind } from './connection-fault.ts'
import { problem, type Finding } from './finding.ts'

/** What the sentences need to know beside the fault. */
interface Way {
  readonly host: string
  /** `host:port` of the proxy, if the address goes through one. */
  readonly proxy: string | undefined
  readonly limitSeconds: number
}

type Sentence = (way: Way, code: string) => string

/** Who is met first, and so who a fault before the tunnel is about. */
const objectOf = ({ host, proxy }: Way): string => (proxy === undefined ? host : `the proxy ${proxy}`)
const subjectOf = (way: Way): string => (way.proxy === undefined ? way.host : `The proxy ${way.proxy}`)
const proxyOf = ({ proxy }: Way): string => (proxy === undefined ? 'A proxy' : `The proxy ${proxy}`)
const through = ({ proxy }: Way): string => (proxy === undefined ? '' : ` through the proxy ${proxy}`)
const inspects =
  'Something on the way inspects the connection: a company’s proxy, a virus scanner, or a network that wants you to' +
  ' sign in first.'

const SENTENCES: Readonly<Record<FaultKind, Sentence>> = {
  name: (way, code) =>
    `${subjectOf(way)} could not be found (${code}). Check the connection to the internet.`,
  refused: (way, code) =>
    `${subjectOf(way)} refused the connection (${code}). ${
      way.proxy === undefined
        ? 'A firewall may block it, or the service is down.'
        : 'Check the proxy in the system’s network settings.'
    }`,
  unreachable: (way, code) =>
    `There is no way to ${objectOf(way)} (${code}). Check the connection to the internet.`,
  timeout: (way) =>
    `${way.host} did not answer${through(way)} within ${way.limitSeconds} seconds. The connection is slow, a firewall` +
    ' swallows it, or the service is down.',
  cut_off: (way, code) =>
    `The connection to ${way.host}${through(way)} was cut off before it was secure (${code}). A firewall or proxy may` +
    ' block it.',
  certificate_time: (way, code) =>
    `The certificate of ${way.host} is not valid at this time (${code}). Check the date and time of this computer; if` +
    ' they are right, the service has to renew it.',
  certificate_issuer: (way, code) =>
    `${way.host} showed a certificate that this computer does not trust (${code}). ${inspects} Its root certificate has` +
    ' to be installed in the system.',
  certificate_name: (way, code) =>
    `Something else answered in place of ${way.host}: its certificate is for another name (${code}). ${inspects}`,
  certificate: (way, code) =>
    `The certificate of ${way.host} is not acceptable (${code}). Nothing is sent there until it is.`,
  tls: (way, code) =>
    `No secure connection to ${way.host} could be agreed on${through(way)} (${code}). ${inspects}`,
  proxy_password: (way) =>
    `${proxyOf(way)} asks for a password, which Gatehouse cannot give. Ask whoever runs the network to let` +
    ` ${way.host} through.`,
  proxy_refused: (way, code) =>
    `${proxyOf(way)} does not let the connection to ${way.host} through (${code}). Ask whoever runs the` +
    ' network to allow it.',
  proxy_kind: (way, code) =>
    `The system sends ${way.host} through a proxy of the kind ${code}, which Gatehouse does not support. Set an HTTP` +
    ' proxy in the system’s network settings.',
  portal: (way) =>
    `The network answers in place of ${way.host}. Open any page in your browser, sign in to the network, then run the` +
    ' checks again.',
  unknown: (way, code) => `${way.host} could not be reached${through(way)} (${code}).`,
}

/** A fault in words: what happened, and what to do. */
export function faultFinding({ kind, code }: Fault, way: Way): Finding {
  return problem(SENTENCES[kind](way, code))
}
