import { HubError } from '../../preload/contract/errors.ts'
import type { Field } from '../../registry/auth.ts'
import { isHost, isLabel, type Site } from '../../registry/site.ts'

/** What a person entered, checked: all of it, and the part that says where the account lives. */
export interface EnteredValues {
  readonly values: Readonly<Record<string, string>>
  readonly site: Site
}

/**
 * Checks a form. What people paste has spaces around it, and addresses where only a name is asked for.
 *
 * @param fields what the way in asks for; values of other names are left out
 * @throws HubError KEY_REJECTED or INVALID_PARAMS, naming the field and never a secret
 */
export function checkEntered(
  fields: readonly Field[],
  given: Readonly<Record<string, string>>,
): EnteredValues {
  const checked = fields.map((field) => ({ field, value: checkField(field, textFor(field, given)) }))
  const site = checked.flatMap(({ field, value }) => sitePart(field, value))
  return {
    values: Object.fromEntries(checked.map(({ field, value }) => [field.name, value])),
    site: Object.fromEntries(site),
  }
}

function textFor({ name, default: usual = '' }: Field, given: Readonly<Record<string, string>>): string {
  const text = (Object.hasOwn(given, name) ? given[name] : undefined)?.trim() ?? ''
  return text === '' ? usual : text
}

function checkField(field: Field, text: string): string {
  if (text === '') throw refuse(field, `Enter ${quoted(field)}.`)
  const value = CHECKS[field.kind](field, text)
  if (field.pattern !== undefined && field.pattern.exec(value)?.[0] !== value) {
    throw refuse(field, `${quoted(field)} does not have the form such a value has${example(field)}.`)
  }
  return value
}

type Check = (field: Field, text: string) => string

const CHECKS: Readonly<Record<Field['kind'], Check>> = {
  secret(field, text) {
    if (/^[\x21-\x7E]+$/.test(text)) return text
    throw refuse(field, `${quoted(field)} holds spaces or characters that no key has.`)
  },
  text(field, text) {
    if (!/[\p{Cc}\p{Cf}]/u.test(text)) return text
    throw refuse(field, `${quoted(field)} holds characters that cannot be seen.`)
  },
  host(field, text) {
    const host = hostOf(text)
    if (host !== undefined && isHost(host)) return host
    throw refuse(field, `${quoted(field)} is not the name of a server${example(field)}. It must use https.`)
  },
  subdomain(field, text) {
    const host = hostOf(text) ?? ''
    const suffix = field.suffix ?? ''
    const name = host.endsWith(suffix) ? host.slice(0, host.length - suffix.length) : host
    if (isLabel(name)) return name
    throw refuse(field, `${quoted(field)} is only the part before “${suffix}”${example(field)}.`)
  },
}

/** The host of an address or of a bare name; of `http://…` there is none, because nothing secret goes there. */
function hostOf(text: string): string | undefined {
  const address = text.includes('://') ? text : `https://${text}`
  if (!URL.canParse(address)) return undefined
  const { protocol, host, username, password } = new URL(address)
  return protocol === 'https:' && username === '' && password === '' ? host : undefined
}

function sitePart({ name, kind, pattern }: Field, value: string): readonly (readonly [string, string])[] {
  const own = kind === 'host' || kind === 'subdomain' ? [[name, value] as const] : []
  return [...own, ...Object.entries(pattern?.exec(value)?.groups ?? {})]
}

const quoted = ({ label }: Field): string => `“${label}”`

const example = ({ placeholder }: Field): string =>
  placeholder === undefined ? '' : `, such as ${placeholder}`

function refuse({ name, kind }: Field, message: string): HubError {
  const code = kind === 'secret' ? 'KEY_REJECTED' : 'INVALID_PARAMS'
  return new HubError(code, message, { fields: [{ path: name, reason: message }] })
}
