import { ownReason } from './own-reason.ts'
import { ProviderError } from './provider-error.ts'

type PathValues = Readonly<Record<string, string | number>>
type QueryValues = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/**
 * Fills the path template and the query of a provider's URL (templates as in RFC 6570, levels 1 and 2).
 *
 * @param base origin and optional path: `https://slack.com/api`
 * @param template `/repos/{owner}/contents/{+path}`; `{name}` takes one segment, `{+name}` several
 * @returns the absolute URL; the values can change neither host, nor number of segments, nor query
 * @throws ProviderError 400 when a value is missing or holds an empty, `.` or `..` segment
 */
export function providerUrl(
  base: string,
  template: string,
  path: PathValues = {},
  query: QueryValues = {},
): string {
  const expanded = template.replaceAll(/\{(\+?)(\w+)\}/g, (_match, several: string, name: string) => {
    const value = String(path[name] ?? '')
    const segments = several === '' ? [value] : value.split('/')
    return segments.map((segment) => encodeSegment(segment, name)).join('/')
  })
  const search = queryString(query)
  return `${base}${expanded}${search === '' ? '' : `?${search}`}`
}

function encodeSegment(segment: string, name: string): string {
  if (segment === '' || segment === '.' || segment === '..') throw invalidPath(name)
  try {
    return encodeURIComponent(segment)
  } catch {
    // Half a surrogate pair has no UTF-8 form.
    throw invalidPath(name)
  }
}

function invalidPath(name: string): ProviderError {
  return new ProviderError(ownReason('invalidPath', name), 400)
}

function queryString(query: QueryValues): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  // A space as `+` is form encoding; `%20` is understood in every query.
  return search.toString().replaceAll('+', '%20')
}
