/** The part of oidc-provider used here; the package carries no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Stored = { grantId: string }

  type Model<T> = {
    find(value: string): Promise<T | undefined>
    revokeByGrantId(grantId: string): Promise<void>
  }

  export type AccessTokenRecord = Stored & {
    accountId: string
    clientId: string
    scope?: string
    grantId: string
  }

  export type Interaction = {
    uid: string
    prompt: { name: string }
    params: Record<string, string | undefined>
    session?: { accountId: string }
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    proxy: boolean
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>
    on(event: string, listener: (...values: unknown[]) => void): void
    readonly AccessToken: Model<AccessTokenRecord>
    readonly RefreshToken: Model<Stored>
    readonly Grant: {
      new (values: { accountId: string; clientId: string }): {
        addOIDCScope(scope: string): void
        save(): Promise<string>
      }
    }
  }
}
