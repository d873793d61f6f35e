import { z } from 'zod'
import type { OAuth2Auth } from './auth.ts'
import { ownReason } from './own-reason.ts'
import { ProviderError } from './provider-error.ts'

/**
 * Sign-in with a Google client of type “Desktop app”, the same for every Google service.
 *
 * Without `access_type=offline` there is no refresh token, and without `prompt=consent` only the first time.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/native-app
 */
export function googleOAuth(scopes: OAuth2Auth['scopes']): OAuth2Auth {
  return {
    type: 'oauth2',
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scopes,
    authorizeParams: { access_type: 'offline', prompt: 'consent' },
    redirect: { host: '127.0.0.1' },
    // https://developers.google.com/identity/protocols/oauth2#expiration
    grantEnds: {
      afterDays: 7,
      because:
        'Google ends sign-ins after seven days while the OAuth app’s publishing status is “Testing”. Set it to “In production” in the Google Cloud console, then reconnect.',
    },
    clientIdEnv: 'GOOGLE_CLIENT_ID',
    clientSecretEnv: 'GOOGLE_CLIENT_SECRET',
    clientSecret: 'required',
    revoke: { url: 'https://oauth2.googleapis.com/revoke' },
    consoleUrl: 'https://console.cloud.google.com/apis/credentials',
  }
}

const limited = z.object({
  error: z.object({
    message: z.string().nullish(),
    errors: z.array(z.object({ reason: z.enum(['rateLimitExceeded', 'userRateLimitExceeded']) })).min(1),
  }),
})

/**
 * Google reports a used-up rate limit with status 403 and no header as well as with 429.
 *
 * @see https://developers.google.com/workspace/gmail/api/guides/handle-errors
 */
export function googleRefusal(answer: unknown): ProviderError | undefined {
  const found = limited.safeParse(answer)
  return found.success
    ? new ProviderError(found.data.error.message ?? ownReason('rateLimit'), 429)
    : undefined
}
