import type { z } from 'zod'
import type { Site } from './site.ts'

/** Names in braces of `GET /repos/{owner}/{repo}/contents/{+path}`. */
export type PathParameter<Route extends string> = Route extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `+${infer Plain}` ? Plain : Name) | PathParameter<Rest>
  : never

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type QueryValue = string | number | boolean | undefined

export type RequestOptions<Route extends string, S extends z.ZodType> = {
  /** Shape of the provider's answer; name only the fields that are used, each `.nullish()` where it may be missing. */
  readonly schema: S
  readonly query?: Readonly<Record<string, QueryValue | readonly string[]>>
  readonly json?: unknown
  /** Sent as `application/x-www-form-urlencoded`; undefined is left out, a list repeats its name. */
  readonly form?: Readonly<Record<string, QueryValue | readonly string[]>>
  /** Instead of the definition's `apiBase`; its host must be one of `hosts`. */
  readonly base?: string
  readonly headers?: Readonly<Record<string, string>>
  /** `text`: the body is handed to `schema` as a string, unparsed. Default: `json`. */
  readonly answer?: 'json' | 'text'
} & ([PathParameter<Route>] extends [never]
  ? { readonly path?: undefined }
  : { readonly path: Readonly<Record<PathParameter<Route>, string | number>> })

export interface ProviderResponse<T> {
  readonly data: T
  readonly headers: Headers
}

declare const checkedDocument: unique symbol
/** A GraphQL document that is known to hold no interpolated value: only `gql` makes one. */
export type GraphqlDocument = string & { readonly [checkedDocument]: true }

/**
 * Marks a GraphQL document. It takes no substitutions, so a value can only travel as a variable.
 *
 * @example gql`query($id: String!) { issue(id: $id) { title } }`
 */
export function gql(strings: TemplateStringsArray): GraphqlDocument {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand exists in the types only
  return strings.join('') as GraphqlDocument
}

/** What a handler may use, each member by itself: `{ request }`. Never the credential itself. */
export interface ToolContext {
  /**
   * Sends a request with the account's credential, refreshed when it has expired.
   *
   * @param integrationId the integration whose account is used: the tool's own
   * @param url absolute; its host must be one of the definition's `hosts`
   * @throws when the host is foreign, the person has to reconnect, or the provider cannot be reached
   */
  readonly fetchOAuth: (integrationId: string, url: string, init?: RequestInit) => Promise<Response>
  /**
   * Sends `METHOD /path` to the definition's `apiBase` and parses the answer.
   * `{name}` takes one encoded path segment, `{+name}` several; `.` and `..` are refused.
   */
  readonly request: <const Route extends `${HttpMethod} /${string}`, S extends z.ZodType>(
    route: Route,
    options: RequestOptions<Route, S>,
  ) => Promise<ProviderResponse<z.output<S>>>
  /** Posts a document to the definition's `graphqlUrl`; GraphQL errors are thrown, `data` is parsed. */
  readonly graphql: <S extends z.ZodType>(
    document: GraphqlDocument,
    variables: Readonly<Record<string, unknown>>,
    schema: S,
  ) => Promise<z.output<S>>
  /** Where the account lives, for integrations that ask: `{ shop: 'acme' }`. */
  readonly site: Site
  readonly workspaceId: string
  /** The connected account's id in this hub. */
  readonly userId: string
  /** The calling app's id. */
  readonly projectId: string
  /** Writes one more line into the call's audit record. */
  readonly audit: (action: string, details?: Readonly<Record<string, unknown>>) => void
  readonly signal: AbortSignal
}
