import { z } from 'zod'
import { checkup } from './doctor.ts'
import {
  activityEntry,
  app,
  approval,
  authType,
  bridgeStatus,
  callOutcome,
  catalogEntry,
  connection,
  decision,
  endedConnection,
  grant,
  integrationDetail,
  policy,
  signIn,
  vaultStatus,
} from './shapes.ts'

const nothing = z.object({})
const id = z.string().min(1).max(200)
/** What was entered into a form of the definition, by field name. */
const values = z.record(z.string().max(100), z.string().max(10_000))

const passphrase = z.string().min(1).max(1_000)

/** Every route of the window: what goes in, what comes out. No route returns a stored secret. */
export const requests = {
  'catalog.list': { input: nothing, output: z.array(catalogEntry) },
  'integrations.get': { input: z.object({ integrationId: id }), output: integrationDetail },
  /** Opens a page named by the definition, never an address from the window. */
  'integrations.openPage': {
    input: z.object({ integrationId: id, page: z.enum(['help', 'console']), method: authType.optional() }),
    output: nothing,
  },

  /** Opens the system browser. `connectionId` reconnects an account in place, where it lives. */
  'connections.beginSignIn': {
    input: z.object({
      integrationId: id,
      connectionId: id.optional(),
      values: values.optional(),
      by: z.enum(['browser', 'device']).optional(),
    }),
    output: signIn,
  },
  'connections.cancelSignIn': { input: z.object({ signInId: id }), output: nothing },
  'connections.connectWithKey': {
    input: z.object({
      integrationId: id,
      method: z.enum(['api_key', 'client_credentials']),
      values,
      connectionId: id.optional(),
    }),
    output: connection,
  },
  /** Accounts that the person has to reconnect. */
  'connections.listEnded': { input: nothing, output: z.array(endedConnection) },
  /** Makes an account the one that calls mean when they name none. */
  'connections.makeDefault': { input: z.object({ connectionId: id }), output: nothing },
  'connections.disconnect': {
    input: z.object({ connectionId: id }),
    /** Whether the provider took the token back; false when it offers no way or did not answer. */
    output: z.object({ revoked: z.boolean() }),
  },
  /** Reads the choices for a default argument from the account, as a tool call like any other. */
  'connections.listChoices': {
    input: z.object({ connectionId: id, argument: id }),
    output: z.array(z.object({ value: z.string(), name: z.string() })),
  },
  'connections.setDefault': {
    input: z.object({
      connectionId: id,
      argument: id,
      picked: z.object({ value: z.string().min(1).max(500), name: z.string().min(1).max(500) }).nullable(),
    }),
    output: nothing,
  },
  'oauthClients.save': {
    input: z.object({
      integrationId: id,
      clientId: z.string().trim().min(1).max(500),
      clientSecret: z.string().trim().max(2_000).optional(),
      /** For integrations that ask where the account lives. */
      values: values.optional(),
    }),
    output: nothing,
  },
  'oauthClients.forget': { input: z.object({ integrationId: id }), output: nothing },

  /** `policy: null` goes back to the tool's default. */
  'policies.set': { input: z.object({ tool: id, policy: policy.nullable() }), output: nothing },
  'grants.list': { input: nothing, output: z.array(grant) },
  'grants.revoke': { input: z.object({ grantId: id }), output: nothing },

  'apps.list': { input: nothing, output: z.array(app) },
  /** The only time the app's token is shown; it is stored hashed. */
  'apps.add': {
    input: z.object({ name: z.string().trim().min(1).max(80) }),
    output: z.object({ app, token: z.string(), url: z.string() }),
  },
  'apps.renewToken': {
    input: z.object({ appId: id }),
    output: z.object({ app, token: z.string(), url: z.string() }),
  },
  'apps.update': {
    input: z.object({
      appId: id,
      name: z.string().trim().min(1).max(80).optional(),
      approvalWaitSeconds: z.number().int().min(1).max(55).optional(),
      resultBudgetTokens: z.number().int().min(500).max(100_000).optional(),
      callsPerMinute: z.number().int().min(1).max(1_000_000).optional(),
    }),
    output: app,
  },
  'apps.setToolkit': { input: z.object({ appId: id, integrationId: id, enabled: z.boolean() }), output: app },
  'apps.remove': { input: z.object({ appId: id }), output: nothing },

  'approvals.list': { input: nothing, output: z.array(approval) },
  'approvals.decide': { input: z.object({ approvalId: id, decision }), output: nothing },

  /** Newest first; `before` is the `seq` of the last row shown. */
  'activity.list': {
    input: z.object({
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(200).default(50),
      appId: id.optional(),
      integrationId: id.optional(),
      outcome: callOutcome.optional(),
      text: z.string().max(200).optional(),
    }),
    output: z.object({ rows: z.array(activityEntry), next: z.number().nullable() }),
  },
  'activity.verify': {
    input: nothing,
    /** `brokenAt` is the first `seq` whose hash does not follow from the one before. */
    output: z.object({ rows: z.number(), brokenAt: z.number().nullable() }),
  },

  /** `reach` asks the keychain also when nothing is encrypted yet; the system may then ask the person. */
  'vault.status': { input: z.object({ reach: z.boolean().default(false) }), output: vaultStatus },
  'vault.unlock': { input: z.object({ passphrase }), output: vaultStatus },
  'vault.lock': { input: nothing, output: vaultStatus },
  'vault.usePassphrase': { input: z.object({ passphrase }), output: vaultStatus },
  'vault.useKeychain': { input: nothing, output: vaultStatus },
  'vault.changePassphrase': {
    input: z.object({ passphrase, newPassphrase: passphrase }),
    output: vaultStatus,
  },
  /** A passphrase that protects the old key will protect the new one. */
  'vault.rotate': { input: z.object({ passphrase: passphrase.optional() }), output: vaultStatus },
  /** With a passphrase the key is kept that way, else in the keychain. */
  'vault.restoreKey': {
    input: z.object({ key: z.string().max(200), passphrase: passphrase.optional() }),
    output: vaultStatus,
  },
  /** Removes what cannot be opened any more. `confirm` is what the person has typed. */
  'vault.startOver': { input: z.object({ confirm: z.string().max(100) }), output: vaultStatus },

  /** Looks at all that a sign-in and a call need: of an account, or of an integration before there is one. */
  'doctor.run': { input: z.object({ integrationId: id, connectionId: id.optional() }), output: checkup },
  /** What a line offers and only main can do. */
  'doctor.act': {
    input: z.object({ action: z.literal('register_protocol') }),
    output: z.object({ done: z.boolean() }),
  },

  'bridge.status': { input: nothing, output: bridgeStatus },
  'clipboard.copy': { input: z.object({ text: z.string().max(20_000) }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Route = keyof typeof requests
export type RequestInput<R extends Route> = z.input<(typeof requests)[R]['input']>
export type RequestOutput<R extends Route> = z.output<(typeof requests)[R]['output']>
