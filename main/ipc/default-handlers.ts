import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { DefaultArgument, Integration } from '../../registry/define.ts'
import { desktopApp } from '../apps/desktop-app.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { HubParts } from '../hub-parts.ts'
import { errorForPerson } from '../tools/call-error.ts'
import type { Handlers } from './router.ts'

type DefaultRoute = 'connections.listChoices' | 'connections.setDefault'

const MOST_CHOICES = 200

export function defaultHandlers(parts: HubParts): Pick<Handlers, DefaultRoute> {
  const { defaultArguments, changed } = parts
  return {
    async 'connections.listChoices'({ connectionId, argument }) {
      const { integration, fact } = find(parts, connectionId, argument)
      return choicesOf(await listed(parts, integration, fact, connectionId), fact)
    },
    'connections.setDefault'({ connectionId, argument, picked }) {
      const { integration } = find(parts, connectionId, argument)
      defaultArguments.set(connectionId, argument, picked)
      // A project of the workspace that was the default before is none of the new one.
      for (const other of dependents(integration, argument)) defaultArguments.set(connectionId, other, null)
      changed('catalog.changed')
      return {}
    },
  }
}

/** @throws HubError RESOURCE_NOT_FOUND */
function find(
  { rows, catalog, currentWorkspaceId }: HubParts,
  connectionId: string,
  argument: string,
): { row: ConnectionRow; integration: Integration; fact: DefaultArgument } {
  const row = rows.get(connectionId)
  if (row?.workspaceId !== currentWorkspaceId())
    throw new HubError('RESOURCE_NOT_FOUND', sentences.ipc.noAccount)
  const integration = catalog.integration(row.integrationId)
  const fact = integration.defaults?.find((candidate) => candidate.argument === argument)
  if (fact === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.ipc.noDefault)
  return { row, integration, fact }
}

/** Defaults whose choices were listed within this one. */
function dependents({ defaults = [], tools }: Integration, argument: string): readonly string[] {
  return defaults
    .filter(({ listedBy }) =>
      tools.some(
        ({ name, inputSchema }) => name === listedBy && inputSchema.required?.includes(argument) === true,
      ),
    )
    .map((fact) => fact.argument)
}

/** As large a page as the tool gives; the person can still type an id into the app's prompt for the rest. */
async function listed(
  { runTool, currentWorkspaceId, catalog, shown }: HubParts,
  integration: Integration,
  { listedBy, listedWith = {} }: DefaultArgument,
  connectionId: string,
): Promise<unknown> {
  const { properties = {} } = catalog.tool(listedBy).tool.inputSchema
  const call = {
    tool: listedBy,
    arguments: { ...('limit' in properties && { limit: 50 }), ...listedWith },
    account: connectionId,
  }
  await shown.ready()
  const app = desktopApp(currentWorkspaceId(), integration.id)
  const answer = await runTool.run(app, call).catch((error: unknown) => {
    throw errorForPerson(error, shown.of(integration))
  })
  if (answer.kind === 'data') return answer.data
  throw new HubError('APPROVAL_EXPIRED', sentences.ipc.choicesNotRead)
}

function choicesOf(data: unknown, { list, value, name }: DefaultArgument): { value: string; name: string }[] {
  const found = isFields(data) ? data[list] : undefined
  if (!Array.isArray(found)) return []
  return found
    .filter(isFields)
    .flatMap((choice) => {
      const [sent, shown] = [textOf(choice[value]), textOf(choice[name])]
      return sent === '' ? [] : [{ value: sent, name: shown === '' ? sent : shown }]
    })
    .slice(0, MOST_CHOICES)
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
