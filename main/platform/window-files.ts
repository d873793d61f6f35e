import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type ProtocolResponse, type Session } from 'electron'

/** The window's pages come from here and not from file://, which could read the whole disk. */
const SCHEME = 'app'
const HOST = 'gatehouse'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';" +
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
}

const NOT_FOUND: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) }

/** Must run before the app is ready. */
export function declareWindowScheme(): void {
  const privileges = { standard: true, secure: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/**
 * Deprecated in favour of `protocol.handle`, which however sets up all of fetch in the main process for these few
 * files and so shows the window later.
 *
 * @param folder the built renderer
 */
export function serveWindowFiles(session: Session, folder: string): void {
  const fileOf = async (address: string): Promise<ProtocolResponse> => {
    const { host, pathname } = new URL(address)
    const path = normalize(join(folder, decodeURIComponent(pathname)))
    const type = TYPES[extname(path)]
    const isInside = path.startsWith(folder + sep)
    if (host !== HOST || !isInside || type === undefined) return NOT_FOUND
    return { headers: { ...HEADERS, 'content-type': type }, data: await readFile(path) }
  }
  session.protocol.registerBufferProtocol(SCHEME, ({ url }, answer) => {
    fileOf(url).then(answer, () => answer(NOT_FOUND))
  })
}
