import { createServer } from 'node:net'
import { sentences } from '../../preload/messages/sentences.ts'
import type { LoopbackRedirect } from '../../registry/auth.ts'
import type { Platform } from '../platform/platform.ts'
import { fine, problem, type Check } from './finding.ts'

/** A listener that must have one certain port. */
export interface FixedRedirect extends LoopbackRedirect {
  readonly port: number
}

type PortState = 'free' | 'taken' | 'forbidden'

interface PortDependencies {
  readonly ownerOf: Platform['portOwner']
  /** Whether a sign-in of this app waits there: it makes room for the next one. */
  readonly isOurs: (port: number) => boolean
}

/** Whether the one port that a sign-in may come back to is free, on every address that the browser may take. */
export function portCheck({ host, port }: FixedRedirect, { ownerOf, isOurs }: PortDependencies): Check {
  return {
    id: 'port',
    title: sentences.doctor.titles.port(port),
    limitMs: 3_000,
    async run() {
      const words = sentences.doctor.port
      if (isOurs(port)) return fine(words.ours)
      // `localhost` may mean either family, and only the browser decides which.
      const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : ['127.0.0.1']
      const states = await Promise.all(addresses.map((address) => stateOf(address, port)))
      if (states.every((state) => state === 'free')) return fine(words.free)
      if (!states.includes('taken')) return problem(words.forbidden(port))
      const owner = await ownerOf(port).catch(() => null)
      return problem(owner === null ? words.taken(port) : words.takenBy(port, owner))
    },
  }
}

function stateOf(host: string, port: number): Promise<PortState> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
      // A computer without IPv6 has nobody there either.
      const isAbsent = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(code)
      resolve(isAbsent ? 'free' : code === 'EADDRINUSE' ? 'taken' : 'forbidden')
    })
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')))
  })
}
