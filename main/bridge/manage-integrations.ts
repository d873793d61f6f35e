import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import { findScope, shortScope } from '../../registry/scope-names.ts'
import type { Apps, PairedApp } from '../apps/apps.ts'
import { DESKTOP_ID } from '../apps/desktop-app.ts'
import type { RunAnswer, RunOptions, RunTool } from '../tools/run-tool.ts'
import { knownError } from './http-error.ts'
import { parseManageRequest, type ConfigureRequest, type ExecuteRequest } from './manage-input.ts'
import type { ManageLists } from './manage-lists.ts'
import { ActionFailed } from './action-failed.ts'
import { ownCall } from './own-call.ts'

interface ManageDependencies {
  readonly apps: Apps
  readonly lists: ManageLists
  readonly runTool: RunTool
  /** Told when an app may no longer use a toolkit: its open questions end. */
  readonly onDisabled: (appId: string, integrationId: string) => void
  readonly onChange: () => void
}

/** What an app would like to be allowed, or no longer. */
export interface ToolkitChange {
  readonly integration: Integration
  readonly enabled: boolean
  /** Shown to the person, field by field. */
  readonly details: Readonly<Record<string, unknown>>
  readonly perform: () => unknown
}

/**
 * The six actions of `manage_integrations`. Whatever an app would change needs the person; the desktop does not.
 *
 * @throws HubError with one of the closed codes
 */
export type ManageIntegrations = (
  caller: PairedApp,
  input: unknown,
  options: RunOptions,
) => Promise<RunAnswer>

export function createManageIntegrations(dependencies: ManageDependencies): ManageIntegrations {
  const { apps, lists, runTool, onDisabled, onChange } = dependencies
  const listed = async (app: PairedApp, value: unknown): Promise<RunAnswer> =>
    data(await runTool.withinBudget(app, value))

  const change = async (caller: PairedApp, app: PairedApp, wanted: ToolkitChange, options: RunOptions) => {
    const perform = (): unknown => {
      const answer = wanted.perform()
      onChange()
      return answer
    }
    if (caller.id === DESKTOP_ID) return data(perform())
    return await runTool.ask(ownCall(app, { ...wanted, perform }), options)
  }

  const configure = (app: PairedApp, request: ConfigureRequest): ToolkitChange => {
    const integration = lists.toolkit(request.toolkit)
    const scopes = request.scopes === undefined ? undefined : narrowed(integration, request.scopes)
    const { display_name: displayName } = request
    return {
      integration,
      enabled: true,
      details: {
        toolkit: integration.id,
        ...(scopes && { scopes }),
        ...(displayName && { display_name: displayName }),
      },
      perform() {
        const { id } = apps.configureToolkit(app.id, integration.id, { scopes, displayName })
        return {
          id,
          toolkit_slug: integration.id,
          enabled: true,
          ...(displayName !== undefined && { display_name: displayName }),
          ...(scopes !== undefined && { scopes }),
        }
      },
    }
  }

  const disable = (app: PairedApp, toolkit: string): ToolkitChange => {
    const integration = lists.toolkit(toolkit)
    return {
      integration,
      enabled: false,
      details: { toolkit: integration.id },
      perform() {
        apps.setToolkit(app.id, integration.id, false)
        onDisabled(app.id, integration.id)
        return { toolkit_slug: integration.id, enabled: false }
      },
    }
  }

  return async (caller, input, options) => {
    const request = parseManageRequest(input)
    const app = appNamed(apps, caller, request.app_id)
    switch (request.action) {
      case 'configure':
        return await change(caller, app, configure(app, request), options)
      case 'disable':
        return await change(caller, app, disable(app, request.toolkit), options)
      case 'list_available':
        return await listed(caller, lists.available(request.search))
      case 'list_connected':
        return await listed(caller, lists.connected(app))
      case 'list_tools':
        return await listed(caller, lists.tools(app, request.toolkit))
      default:
        return await execute(runTool, app, request, options)
    }
  }
}

const data = (value: unknown): RunAnswer => ({ kind: 'data', data: value })

/** Another app's id is as good as none: an app is not told who else there is. */
function appNamed(apps: Apps, caller: PairedApp, id: string | undefined): PairedApp {
  if (caller.id === DESKTOP_ID) {
    if (id !== undefined) return apps.get(id)
    throw new HubError('INVALID_PARAMS', sentences.bridge.manage.nameApp, {
      fields: [{ path: 'app_id', reason: 'is missing' }],
    })
  }
  if (id === undefined || id === caller.id) return caller
  throw new HubError('RESOURCE_NOT_FOUND', sentences.bridge.manage.noApp)
}

/** @throws HubError INVALID_PARAMS naming the scopes that the integration does not know */
function narrowed({ name, auth }: Integration, wanted: readonly string[]): string[] {
  const browser = auth.find((method) => method.type === 'oauth2')
  const found = wanted.map((scope) => (browser === undefined ? undefined : findScope(browser, scope)))
  const fields = wanted.flatMap((scope, index) =>
    found[index] === undefined
      ? [{ path: `scopes.${index}`, reason: sentences.bridge.manage.noScope(name, plain(scope)) }]
      : [],
  )
  if (fields.length > 0)
    throw new HubError('INVALID_PARAMS', sentences.bridge.manage.unknownScopes(name), { fields })
  return [...new Set(found.flatMap((scope) => (scope === undefined ? [] : [shortScope(scope)])))]
}

const plain = (text: string): string => text.replaceAll(/[^\w.:/-]/g, '�').slice(0, 80)

/** The one path of every call; its errors become part of the answer. */
async function execute(
  runTool: RunTool,
  app: PairedApp,
  { tool_name: tool, params, user_id: account }: ExecuteRequest,
  options: RunOptions,
): Promise<RunAnswer> {
  const answer = await runTool
    .run(app, { tool, arguments: params, account }, options)
    .catch((error: unknown) => {
      throw new ActionFailed(knownError(error))
    })
  if (answer.kind === 'pending') return answer
  return { ...answer, data: { successful: true, data: answer.data ?? null } }
}
