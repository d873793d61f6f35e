import { HubError } from '../../preload/contract/errors.ts'
import { Sentence, verbatim, type SentenceValue } from '../../preload/contract/sentence.ts'
import type { Integration } from '../../registry/define.ts'
import type { Credential } from './credential.ts'
import type { CredentialSource } from './credentialed-fetch.ts'

const REMOVED = '[credential removed]'
/** A shorter value is a word: taking it out would tear answers apart. */
const SHORTEST = 8
/** So much of a secret at the end of a text is one that was cut off there. */
const SHORTEST_BEGINNING = 12

/**
 * What of a credential must not come back: tokens and the values of secret fields, as they are and as requests
 * carry them (RFC 7617, percent-encoded). Who somebody is, an e-mail address say, is part of ordinary answers.
 */
export function secretsOf({ auth }: Pick<Integration, 'auth'>, credential: Credential): readonly string[] {
  if (credential.type === 'oauth2') return written([credential.accessToken, credential.refreshToken ?? ''])
  const method = auth.find(({ type }) => type === credential.type)
  const fields = method?.fields.filter(({ kind }) => kind === 'secret') ?? []
  const values = fields.map(({ name }) => credential.values[name] ?? '')
  const token = credential.type === 'client_credentials' ? credential.accessToken : ''
  const basic = Object.values(credential.values).flatMap((user) =>
    [...values, ''].map((password) => Buffer.from(`${user}:${password}`).toString('base64')),
  )
  return written([token, ...values, ...(method?.send.in === 'basic' ? basic : [])])
}

function written(values: readonly string[]): readonly string[] {
  const forms = values.flatMap((value) => [value, encodeURIComponent(value)])
  return [...new Set(forms)]
}

/** A source that remembers what it has handed out, and takes that out of whatever the provider says. */
export interface WatchedSource {
  readonly source: CredentialSource
  /** @returns the value itself where nothing has to go */
  readonly clean: <T>(value: T) => T
}

export function watchSecrets(
  integration: Pick<Integration, 'auth'>,
  source: CredentialSource,
): WatchedSource {
  const handedOut = new Set<string>()
  const noted = (credential: Credential): Credential => {
    for (const secret of secretsOf(integration, credential)) handedOut.add(secret)
    return credential
  }
  return {
    source: {
      ...source,
      current: async () => noted(await source.current()),
      async renewed(stale) {
        const fresh = await source.renewed(stale)
        return fresh === undefined ? undefined : noted(fresh)
      },
    },
    clean: (value) => withoutSecrets(value, [...handedOut]),
  }
}

/**
 * Takes secrets out of what goes to apps, to the window or into the log: some providers repeat the credential in
 * their answers. Found is what stands there whole or cut off at the end of a text; a provider that turns it into
 * another encoding or into pieces is not seen through.
 *
 * @param value JSON, or a HubError; it is not changed
 * @returns the value itself where nothing has to go
 */
export function withoutSecrets<T>(value: T, secrets: readonly string[]): T {
  const sought = secrets.filter((secret) => secret.length >= SHORTEST)
  return sought.length === 0 ? value : (cleaned(value, sought) as T)
}

function cleaned(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return secrets.reduce(withoutOne, value)
  if (value instanceof HubError) return cleanedError(value, secrets)
  if (value instanceof Sentence) return cleanedSentence(value, secrets)
  if (Array.isArray(value))
    return unlessSame(
      value,
      value.map((item) => cleaned(item, secrets)),
    )
  if (!isPlain(value)) return value
  const before = Object.entries(value).flat()
  const after = before.map((part) => cleaned(part, secrets))
  if (after.every((part, index) => part === before[index])) return value
  const pairs = after.flatMap((name, index) => (index % 2 === 0 ? [[name, after[index + 1]]] : []))
  return Object.fromEntries(pairs) as unknown
}

function cleanedError(error: HubError, secrets: readonly string[]): HubError {
  const [sentence, details] = [cleanedSentence(error.sentence, secrets), cleaned(error.details, secrets)]
  if (sentence === error.sentence && details === error.details) return error
  return new HubError(error.code, sentence, details as HubError['details'])
}

/** What stands in one of its values; what only its words together make is found in English, and then stays that. */
function cleanedSentence(sentence: Sentence, secrets: readonly string[]): Sentence {
  const before = sentence.values
  const after = before.map((value): SentenceValue => {
    if (typeof value === 'number') return value
    return value instanceof Sentence ? cleanedSentence(value, secrets) : secrets.reduce(withoutOne, value)
  })
  const isSame = after.every((value, index) => value === before[index])
  const made = isSame ? sentence : new Sentence(sentence.key, sentence.message, after)
  const [text, safe] = [String(made), secrets.reduce(withoutOne, String(made))]
  return safe === text ? made : verbatim(safe)
}

function withoutOne(text: string, secret: string): string {
  // Nearly every text ends here, with one look.
  if (!text.includes(secret.slice(0, SHORTEST_BEGINNING))) return text
  const whole = text.replaceAll(secret, REMOVED)
  const end = /[….]*$/.exec(whole)?.index ?? whole.length
  for (let length = Math.min(secret.length - 1, end); length >= SHORTEST_BEGINNING; length -= 1) {
    if (whole.endsWith(secret.slice(0, length), end)) {
      return `${whole.slice(0, end - length)}${REMOVED}${whole.slice(end)}`
    }
  }
  return whole
}

function unlessSame(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((item, index) => item === before[index]) ? before : after
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
