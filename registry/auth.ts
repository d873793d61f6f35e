/**
 * The ways in, as facts. Addresses and hosts may hold `{name}`: a value of the site, which is a field of kind `host` or
 * `subdomain`, a named group of a field's `pattern`, or what `account.identify` found out.
 */

/** One value that a person enters to connect. */
export interface Field {
  /** In snake_case, as it stands in `{name}`. */
  readonly name: string
  readonly label: string
  /**
   * `secret` is hidden while it is typed, `text` is not; both stay in the vault. `host` (`git.example.com`) and
   * `subdomain` (`acme`) say where the account lives; they are checked, stored in the clear and shown.
   */
  readonly kind: 'secret' | 'text' | 'host' | 'subdomain'
  /** What follows a subdomain: `.atlassian.net`. */
  readonly suffix?: `.${string}`
  readonly placeholder?: string
  readonly hint?: string
  /** Used when nothing is entered: `gitlab.com`. */
  readonly default?: string
  /** What the whole value looks like. Its named groups become values of the site. */
  readonly pattern?: RegExp
}

/** Where a request carries the credential; `{name}` stands for a field, `{access_token}` for a token. */
export type Placement =
  | { readonly in: 'header'; readonly name: string; readonly value: string }
  /** RFC 7617. */
  | { readonly in: 'basic'; readonly user: string; readonly password: string }
  /** Within the path, right after one of these beginnings: `/bot` makes `/bot<value>/getMe` of `/bot/getMe`. */
  | { readonly in: 'path'; readonly after: readonly `/${string}`[]; readonly value: string }

/** What one way in may say in place of the definition. */
interface OwnAddresses {
  readonly apiBase?: string
  readonly hosts?: readonly string[]
}

/**
 * OAuth 2.0 authorization code with PKCE (RFC 6749, RFC 7636, RFC 8252).
 * Everything here is a fact about the provider; the engine does the rest.
 */
export interface OAuth2Auth extends OwnAddresses {
  readonly type: 'oauth2'
  readonly authorizeUrl: string
  readonly tokenUrl: string
  /** What the provider calls itself in `iss` (RFC 9207). Default: the origin of `authorizeUrl`. */
  readonly issuer?: string
  /** The scopes, or each scope with short words for the person: what it lets apps do. */
  readonly scopes: readonly string[] | Readonly<Record<string, string>>
  /** Name of the environment variable with the OAuth client id. */
  readonly clientIdEnv: string
  readonly clientSecretEnv?: string
  /** Whether the token endpoint refuses a client without a secret. Default: `optional`. */
  readonly clientSecret?: 'required' | 'optional'
  /** What stands between two scopes in the authorize URL. Default: a space (RFC 6749 3.3). */
  readonly scopeSeparator?: ' ' | ','
  /** Name of the parameter with the scopes in the authorize URL. Default: `scope`. */
  readonly scopeParameter?: string
  readonly authorizeParams?: Readonly<Record<string, string>>
  /** How client id and secret reach the token endpoint. Default: `client_secret_post`. */
  readonly clientAuthentication?: 'client_secret_post' | 'client_secret_basic'
  /** Where the browser comes back to. Default: the app's own scheme (RFC 8252 7.1). */
  readonly redirect?: LoopbackRedirect
  /** How the token request is written. Default: `form` (RFC 6749 4.1.3); some providers want `json`. */
  readonly tokenBody?: 'form' | 'json'
  /** Name of the object in the token answer that holds the person's token, where it is not at the top. */
  readonly tokenParent?: string
  /** Whether a refresh has to repeat the redirect address, which RFC 6749 6 does not know. */
  readonly refreshNamesRedirect?: true
  /** Where a device code is asked for (RFC 8628 3.1), if the provider has that flow. */
  readonly deviceUrl?: string
  /** Where the app registers itself, so that the person needs no OAuth app of their own. */
  readonly registration?: ClientRegistration
  /** Where the account lives, asked for before the browser opens: kinds `host` and `subdomain` only. */
  readonly fields?: readonly Field[]
  /** Default: `authorization: Bearer {access_token}` (RFC 6750 2.1). */
  readonly send?: Placement
  /** When the provider ends sign-ins by a rule that the person can change, and what they are to be told then. */
  readonly grantEnds?: { readonly afterDays: number; readonly because: string }
  readonly revoke?: RevokeRequest
  /** Page where a person registers an OAuth app. */
  readonly consoleUrl?: string
}

/** A listener on this computer, opened for one sign-in (RFC 8252 7.3), where a provider refuses other schemes. */
export interface LoopbackRedirect {
  readonly host: '127.0.0.1' | 'localhost'
  /** Only where the provider insists on the very port that was registered. Default: any free one. */
  readonly port?: number
}

/** Dynamic client registration (RFC 7591); with `form`, its fields are sent as they stand here. */
export interface ClientRegistration {
  readonly url: string
  /** May hold `{redirect_uri}` and `{scopes}`. Default: the JSON of RFC 7591 2, for a public client. */
  readonly form?: Readonly<Record<string, string>>
}

/** How a token is taken back at the provider (RFC 7009 unless the fields say otherwise). */
export interface RevokeRequest {
  /** May hold `{client_id}`. */
  readonly url: string
  /** Default: POST. */
  readonly method?: 'POST' | 'DELETE'
  /** Default: form. */
  readonly body?: 'form' | 'json' | 'none'
  /** Name of the body field that holds the token. Default: `token`. */
  readonly tokenField?: string
  /** Default: `client_body` (client id, and secret where there is one, in the body). */
  readonly authorization?: 'client_body' | 'client_basic' | 'bearer'
}

/** What a person makes at the provider and pastes: personal token, API key, bot token, or several values. */
export interface ApiKeyAuth extends OwnAddresses {
  readonly type: 'api_key'
  readonly label: string
  /** Request header that carries the key. Default: `authorization`. */
  readonly header?: string
  /** What stands before the key in that header, with its space: `Bearer `. Default: nothing. */
  readonly prefix?: string
  /** Instead of the one field `key`. */
  readonly fields?: readonly Field[]
  /** Instead of `header` and `prefix`. */
  readonly send?: Placement
  /** Page where a person makes the key. */
  readonly helpUrl: string
  /** How such a key begins, shown in the empty field. */
  readonly placeholder?: string
}

/** Values that are exchanged for a short-lived token, again and again (RFC 6749 4.4 and its kin). */
export interface ClientCredentialsAuth extends OwnAddresses {
  readonly type: 'client_credentials'
  readonly label: string
  readonly fields: readonly Field[]
  readonly exchange: TokenExchange
  /** Default: `authorization: Bearer {access_token}`. */
  readonly send?: Placement
  readonly helpUrl: string
}

export interface TokenExchange {
  readonly url: string
  /** Sent in the body; values may hold `{name}` of a field. */
  readonly parameters: Readonly<Record<string, string>>
  /** Default: `form`. */
  readonly body?: 'form' | 'json'
  /** Client authentication in the header (RFC 6749 2.3.1). */
  readonly basic?: { readonly user: string; readonly password: string }
  /** Where the token stands in the answer. Default: `access_token`. */
  readonly tokenField?: string
}

/** A way in as an integration's author writes it. */
export type WrittenAuth = OAuth2Auth | ApiKeyAuth | ClientCredentialsAuth

/** Sign-in by browser or device code as the engine uses it. */
export interface OAuth2Method extends OAuth2Auth {
  readonly scopes: readonly string[]
  /** Short words for scopes that have them. */
  readonly scopeNames: ReadonlyMap<string, string>
  readonly fields: readonly Field[]
  readonly send: Placement
}

/** A form of values as the engine uses it. */
export interface FormMethod extends OwnAddresses {
  readonly type: 'api_key' | 'client_credentials'
  readonly label: string
  readonly helpUrl: string
  readonly fields: readonly Field[]
  readonly send: Placement
  /** Absent where the values themselves are the credential. */
  readonly exchange?: TokenExchange
}

export type AuthMethod = OAuth2Method | FormMethod

const BEARER: Placement = { in: 'header', name: 'authorization', value: 'Bearer {access_token}' }

/** Fills in every default of a way in. */
export function normalizeAuth(auth: WrittenAuth): AuthMethod {
  if (auth.type === 'api_key') return normalizeKey(auth)
  if (auth.type === 'client_credentials') return { ...auth, send: auth.send ?? BEARER }
  const { scopes } = auth
  return {
    ...auth,
    scopes: isList(scopes) ? scopes : Object.keys(scopes),
    scopeNames: new Map(isList(scopes) ? [] : Object.entries(scopes)),
    fields: auth.fields ?? [],
    send: auth.send ?? BEARER,
  }
}

function normalizeKey(auth: ApiKeyAuth): FormMethod {
  const { header = 'authorization', prefix = '', placeholder, fields, send, ...facts } = auth
  const key: Field = { name: 'key', label: auth.label, kind: 'secret', ...(placeholder && { placeholder }) }
  return {
    ...facts,
    fields: fields ?? [key],
    send: send ?? { in: 'header', name: header, value: `${prefix}{key}` },
  }
}

function isList(scopes: OAuth2Auth['scopes']): scopes is readonly string[] {
  return Array.isArray(scopes)
}
