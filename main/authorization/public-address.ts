import { BlockList, isIP } from 'node:net'

/** IPv4 ranges that are not on the public internet (RFC 6890). */
const PRIVATE_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Of the public part of IPv6: tunnels that hold an IPv4 address, and addresses for books. */
const PRIVATE_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

/** Names that people and routers give to what is near. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/

/** @param address an IP address. @returns whether it is one of the public internet */
export function isPublicAddress(address: string): boolean {
  const lists = blockLists()
  const kind = isIP(address)
  if (kind === 4) return !lists.private.check(address, 'ipv4')
  return kind === 6 && lists.global.check(address, 'ipv6') && !lists.private.check(address, 'ipv6')
}

/** @param host of a URL. @returns whether it may name something on the public internet, as far as a name tells */
export function isPublicHost(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  if (isIP(name) !== 0) return isPublicAddress(name)
  return name.includes('.') && !name.endsWith('.') && !LOCAL_NAME.test(name)
}

function blockLists(): { private: BlockList; global: BlockList } {
  const lists = { private: new BlockList(), global: new BlockList() }
  for (const [net, prefix] of PRIVATE_V4) lists.private.addSubnet(net, prefix, 'ipv4')
  for (const [net, prefix] of PRIVATE_V6) lists.private.addSubnet(net, prefix, 'ipv6')
  // Everything outside is loopback, local, mapped, translated or not given to anybody.
  lists.global.addSubnet('2000::', 3, 'ipv6')
  return lists
}
