/** Where a browser goes on to once the person has decided. */
export interface Onward {
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string | undefined
  /** The S256 challenge (RFC 7636). */
  readonly challenge: string
  /** The address by which the client knows this bridge. */
  readonly issuer: string
}

/** A program that asks to be let in. Whatever it says of itself is text from elsewhere. */
export interface Asker {
  readonly kind: 'program' | 'registered' | 'document'
  readonly name: string
  /** Ids of integrations it would like to use; those that do not exist are not shown. */
  readonly wanted: readonly string[]
  /** For MCP clients, which ask through a browser. */
  readonly onward?: Onward
  /** The app that this client became before. */
  readonly knownAppId?: string | undefined
}

/** What the person has allowed; nothing is made of it before the asker comes for it. */
export interface Granted {
  /** Of the question that this answers. */
  readonly pairingId: string
  /** What the program has said of itself, for the activity log. */
  readonly asked: Readonly<Record<string, unknown>>
  readonly name: string
  readonly toolkits: readonly string[]
  readonly workspaceId: string
  readonly knownAppId: string | undefined
}
