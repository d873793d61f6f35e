import { z } from 'zod'
import { client, clientPlan } from './clients.ts'
import {
  approvalDetail,
  changedQuestion,
  changedSummary,
  manyDecided,
  manyDecision,
} from './approval-detail.ts'
import { activityRequests } from './activity.ts'
import { checkup } from './doctor.ts'
import { appPolicies, explanation, forgetting, grant, grantChange, ruleTool, ruleTrial } from './grant.ts'
import { pairing, pairingDecision } from './pairing.ts'
import { conditions } from './rule.ts'
import { bridgePlace, foundBackup, languageChoice, preferences, theme, toolName } from './preferences.ts'
import { appTokenUse } from './token-use.ts'
import { workspace } from './workspace.ts'
import {
  app,
  approval,
  authType,
  bridgeStatus,
  catalogEntry,
  chosenExposure,
  connection,
  decision,
  endedConnection,
  integrationDetail,
  policy,
  signIn,
} from './shapes.ts'
import { vaultStatus } from './vault.ts'
import { toolDetail, tried } from './try-it.ts'
const nothing = z.object({})
const id = z.string().min(1).max(200)
/** What was entered into a form of the definition, by field name. */
const values = z.record(z.string().max(100), z.string().max(10_000))

const workspaceName = z.string().trim().min(1).max(60)
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
  'policies.set': {
    /** For a tool and every app, for a tool and one app, or for all tools of one app. */
    input: z.object({ tool: id.optional(), appId: id.optional(), policy: policy.nullable() }),
    output: nothing,
  },
  'policies.listOfApp': { input: z.object({ appId: id }), output: appPolicies },
  /** What happens when a tool is called, and because of what; by one app, or whoever calls. */
  'policies.explain': { input: z.object({ tool: id, appId: id.optional() }), output: explanation },
  'grants.list': { input: nothing, output: z.array(grant) },
  'grants.add': { input: grantChange.extend({ appId: id, connectionId: id, tool: id }), output: grant },
  'grants.update': { input: grantChange.extend({ grantId: id }), output: grant },
  'grants.revoke': { input: z.object({ grantId: id }), output: nothing },
  'grants.revokeAll': {
    input: z.object({ appId: id.optional() }),
    output: z.object({ revoked: z.number() }),
  },
  /** What a rule for this app can be about. */
  'rules.listTools': { input: z.object({ appId: id }), output: z.array(ruleTool) },
  /** Tries conditions on the last calls in the activity log. */
  'rules.test': {
    input: z.object({ tool: id, appId: id.optional(), connectionId: id.optional(), conditions }),
    output: ruleTrial,
  },
  'rules.readForgetting': { input: nothing, output: forgetting },
  'rules.setForgetting': { input: forgetting, output: forgetting },

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
      exposure: chosenExposure.optional(),
    }),
    output: app,
  },
  'apps.setToolkit': { input: z.object({ appId: id, integrationId: id, enabled: z.boolean() }), output: app },
  'apps.remove': { input: z.object({ appId: id }), output: nothing },
  /** Of the workspace's apps that have used any in the last 30 days. */
  'tokenUse.list': { input: nothing, output: z.array(appTokenUse) },

  'workspaces.list': { input: nothing, output: z.array(workspace) },
  /** Makes one and shows it. */
  'workspaces.create': { input: z.object({ name: workspaceName }), output: workspace },
  'workspaces.rename': { input: z.object({ workspaceId: id, name: workspaceName }), output: workspace },
  'workspaces.show': { input: z.object({ workspaceId: id }), output: workspace },
  /** Ends its apps and disconnects its accounts first. `unconfirmed`: accounts whose provider did not take the token back. */
  'workspaces.remove': {
    input: z.object({ workspaceId: id }),
    output: z.object({ unconfirmed: z.number() }),
  },

  /** AI programs of this computer whose configuration can be written for the person. */
  'clients.list': { input: nothing, output: z.array(client) },
  'clients.plan': { input: z.object({ clientId: id }), output: clientPlan },
  /** Does what the plan of this hash has shown; refuses when anything has changed since. */
  'clients.add': { input: z.object({ clientId: id, planHash: id }), output: client },
  /** Undoes it: the file is as before, the app and its token are gone. */
  'clients.remove': { input: z.object({ clientId: id }), output: client },

  'approvals.list': { input: nothing, output: z.array(approval) },
  'approvals.decide': { input: z.object({ approvalId: id, decision }), output: nothing },
  'approvals.get': { input: z.object({ approvalId: id }), output: approvalDetail },
  /** What would happen with other arguments; refused as `approvals.decide` would refuse them. Nothing runs. */
  'approvals.summarize': { input: changedQuestion, output: changedSummary },
  /** Each is decided once, on its own; those no longer open are told. */
  'approvals.decideMany': { input: manyDecision, output: manyDecided },

  'tools.get': { input: z.object({ tool: id }), output: toolDetail },
  /** Calls a tool as the window: the same path as every app's call, the question included. */
  'tools.try': {
    input: z.object({
      tool: id,
      arguments: z.record(z.string(), z.unknown()),
      connectionId: id.optional(),
    }),
    output: tried,
  },

  /** Programs that ask to be let in, oldest first. */
  'pairings.list': { input: nothing, output: z.array(pairing) },
  'pairings.decide': { input: pairingDecision, output: nothing },

  ...activityRequests,

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

  /** Stops every app at once, or lets them go on. */
  'apps.pause': { input: z.object({ paused: z.boolean() }), output: nothing },
  'bridge.status': { input: nothing, output: bridgeStatus },
  'bridge.locate': { input: nothing, output: bridgePlace },
  /** Closes its doors and opens them again; calls under way are cut off. */
  'bridge.restart': { input: nothing, output: nothing },

  'preferences.read': { input: nothing, output: preferences },
  'preferences.setTheme': { input: z.object({ theme }), output: preferences },
  /** Every open window begins anew in the language. */
  'preferences.setLanguage': { input: z.object({ language: languageChoice }), output: preferences },
  'preferences.setStartsAtLogin': { input: z.object({ on: z.boolean() }), output: preferences },
  'preferences.endFirstRun': { input: nothing, output: preferences },

  /** The system's dialog asks for the place; `path` is null when the person has thought better of it. */
  'backup.save': {
    input: z.object({ passphrase: passphrase.optional() }),
    output: z.object({ path: z.string().nullable() }),
  },
  /** The system's dialog asks for the file, which is read and checked; nothing is changed. Null is Cancel. */
  'backup.open': { input: nothing, output: z.object({ found: foundBackup.nullable() }) },
  /** Takes the place of everything, and restarts. */
  'backup.restore': {
    input: z.object({ backupId: id, passphrase: passphrase.optional() }),
    output: nothing,
  },
  'backup.discard': { input: nothing, output: nothing },

  /** Whether every service that was tried lately failed to answer. */
  'network.check': { input: nothing, output: z.object({ isLost: z.boolean() }) },
  'palette.listTools': { input: nothing, output: z.array(toolName) },
  'program.quit': { input: nothing, output: nothing },

  /** To be called before a grant is revoked, or a toolkit switched off: for a minute it can be put back as it was. */
  'undo.rememberGrant': { input: z.object({ grantId: id }), output: nothing },
  'undo.restoreGrant': { input: z.object({ grantId: id }), output: nothing },
  'undo.rememberToolkit': { input: z.object({ appId: id, integrationId: id }), output: nothing },
  'undo.restoreToolkit': { input: z.object({ appId: id, integrationId: id }), output: nothing },
  'clipboard.copy': { input: z.object({ text: z.string().max(20_000) }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Route = keyof typeof requests
export type RequestInput<R extends Route> = z.input<(typeof requests)[R]['input']>
export type RequestOutput<R extends Route> = z.output<(typeof requests)[R]['output']>
