import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'

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

/** Must run before the app is ready. */
export function declareWindowScheme(): void {
  const privileges = { standard: true, secure: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** @param folder the built renderer */
export function serveWindowFiles(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    const path = normalize(join(folder, decodeURIComponent(pathname)))
    const type = TYPES[extname(path)]
    const isInside = path.startsWith(folder + sep)
    if (host !== HOST || !isInside || type === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: { ...HEADERS, 'content-type': type },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
