import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
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
  if (text === '') throw refuse(field, sentences.connections.entered.missing(field.label))
  const value = CHECKS[field.kind](field, text)
  if (field.pattern !== undefined && field.pattern.exec(value)?.[0] !== value) {
    throw refuse(field, otherForm(field))
  }
  return value
}

type Check = (field: Field, text: string) => string

const CHECKS: Readonly<Record<Field['kind'], Check>> = {
  secret(field, text) {
    if (/^[\x21-\x7E]+$/.test(text)) return text
    throw refuse(field, sentences.connections.entered.noKey(field.label))
  },
  text(field, text) {
    if (!/[\p{Cc}\p{Cf}]/u.test(text)) return text
    throw refuse(field, sentences.connections.entered.unseen(field.label))
  },
  host(field, text) {
    const host = hostOf(text)
    if (host !== undefined && isHost(host)) return host
    throw refuse(field, noServer(field))
  },
  subdomain(field, text) {
    const host = hostOf(text) ?? ''
    const suffix = field.suffix ?? ''
    const name = host.endsWith(suffix) ? host.slice(0, host.length - suffix.length) : host
    if (isLabel(name)) return name
    throw refuse(field, onlyBefore(field, suffix))
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

function otherForm({ label, placeholder }: Field): Sentence {
  const { otherForm: plain, otherFormSuchAs } = sentences.connections.entered
  return placeholder === undefined ? plain(label) : otherFormSuchAs(label, placeholder)
}

function noServer({ label, placeholder }: Field): Sentence {
  const { noServer: plain, noServerSuchAs } = sentences.connections.entered
  return placeholder === undefined ? plain(label) : noServerSuchAs(label, placeholder)
}

function onlyBefore({ label, placeholder }: Field, suffix: string): Sentence {
  const { onlyBefore: plain, onlyBeforeSuchAs } = sentences.connections.entered
  return placeholder === undefined ? plain(label, suffix) : onlyBeforeSuchAs(label, suffix, placeholder)
}

function refuse({ name, kind }: Field, sentence: Sentence): HubError {
  const code = kind === 'secret' ? 'KEY_REJECTED' : 'INVALID_PARAMS'
  return new HubError(code, sentence, { fields: [{ path: name, reason: sentence }] })
}
