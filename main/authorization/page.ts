import { createHash } from 'node:crypto'
import { sayIn } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { ServerResponse } from 'node:http'
import type { Language } from '../../preload/contract/preferences.ts'
import { nativeWords, type NativeWords } from '../../preload/messages/native.ts'
import { knownError, statusOf } from '../bridge/http-error.ts'
import { visibleName } from '../pairing/app-name.ts'
import { OAuthProblem } from './oauth-problem.ts'

/** Seconds until the page asks again; each time the bridge answers only when there is news, or after a while. */
const REFRESH_SECONDS = 1

const STYLE =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;--soft:#5f5a52;--line:#e7e3dc}' +
  'body{margin:12vh auto;max-width:30rem;padding:0 1.5rem;background:#fcfbf9;color:#1f1d1a}' +
  'h1{font-size:1.25rem;overflow-wrap:anywhere}p{color:var(--soft);overflow-wrap:anywhere}' +
  'output{display:block;margin:2rem 0;padding:1rem;border:1px solid var(--line);border-radius:12px;' +
  'text-align:center;font:600 3rem/1.2 ui-monospace,monospace;letter-spacing:.3em;text-indent:.3em}' +
  'a{color:inherit}@media(prefers-color-scheme:dark){:root{--soft:#b3ada2;--line:#33312d}' +
  'body{background:#1b1a18;color:#edeae4}}'

interface Page {
  readonly status: number
  readonly language: Language
  readonly title: string
  /** HTML. */
  readonly body: string
  /** Where the page goes on by itself. */
  readonly next?: string
}

/** What the browser shows while the person decides in Gatehouse. */
export function sendWaitingPage(
  response: ServerResponse,
  language: Language,
  { name, code, next, cancel }: Readonly<Record<'name' | 'code' | 'next' | 'cancel', string>>,
): void {
  const words = nativeWords(language).consent
  const who = `<bdi>${escaped(visibleName(name))}</bdi>`
  sendPage(response, {
    status: 200,
    language,
    title: words.title,
    // The name is HTML already, and messages put values in as they are.
    body:
      `<h1>${words.heading(who)}</h1><p>${words.code}</p><output>${escaped(code)}</output>` +
      `<p>${words.otherwise}</p><p><a href="${escaped(cancel)}">${words.cancel}</a></p>`,
    next,
  })
}

/** Tells the person, and not the client, what is wrong with a request that cannot be trusted with an answer. */
export function sendProblemPage(response: ServerResponse, language: Language, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  const words = nativeWords(language).consent
  const { status, sentence, remedy } = sayable(error, words)
  sendPage(response, {
    status,
    language,
    title: words.problemTitle,
    body: `<h1>${words.problem}</h1><p>${escaped(sayIn(language, sentence))}</p><p>${escaped(remedy)}</p>`,
  })
}

type Sayable = Readonly<{ status: number; sentence: Sentence; remedy: string }>

function sayable(error: unknown, { again, wait }: NativeWords['consent']): Sayable {
  if (error instanceof OAuthProblem) {
    return { status: error.status, sentence: error.sentence, remedy: again }
  }
  const known = knownError(error)
  const { code, sentence } = known
  if (code === 'RATE_LIMITED') return { status: 429, sentence, remedy: wait }
  return { status: statusOf(known), sentence, remedy: again }
}

/** A page that runs nothing, loads nothing and cannot be framed. */
function sendPage(response: ServerResponse, { status, language, title, body, next }: Page): void {
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const html =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)} – Gatehouse</title>` +
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>` +
    `<body><main>${body}</main></body></html>`
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...(next !== undefined && { refresh: `${REFRESH_SECONDS}; url=${next}` }),
  })
  response.end(html)
}

export function sendRedirect(response: ServerResponse, location: string): void {
  response.writeHead(302, {
    location,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-length': 0,
  })
  response.end()
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
}
