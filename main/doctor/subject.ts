import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { OAuth2Method } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import { atSite, type Site } from '../../registry/site.ts'
import { integrationOf, type ConnectionRow, type ConnectionRows } from '../connections/connection-rows.ts'
import { reachedHosts } from './reached-hosts.ts'

/** What is looked at: an account, or an integration before there is one. */
export interface Subject {
  readonly workspaceId: string
  /** For an account: with its site filled in, and the way in that was taken. */
  readonly integration: Integration
  readonly site: Site
  /** The sign-in by browser, if that is the way in or may become it. */
  readonly browser: OAuth2Method | undefined
  readonly row: ConnectionRow | undefined
  readonly hosts: readonly string[]
}

/** Before an account is connected every way in counts, at the usual site. */
export function subjectBefore(workspaceId: string, written: Integration): Subject {
  const ways = written.auth.map(({ type }) => atSite(written, type, {}))
  return {
    workspaceId,
    integration: written,
    site: {},
    browser: browserOf(ways.flatMap(({ auth }) => auth)),
    row: undefined,
    hosts: [...new Set(ways.flatMap(reachedHosts))],
  }
}

/** @throws HubError RESOURCE_NOT_FOUND when the integration has no such account here */
export function subjectOf(
  workspaceId: string,
  written: Integration,
  rows: Pick<ConnectionRows, 'get'>,
  connectionId: string,
): Subject {
  const row = rows.get(connectionId)
  if (row?.workspaceId !== workspaceId || row.integrationId !== written.id) {
    throw new HubError('RESOURCE_NOT_FOUND', sentences.connections.noAccount)
  }
  const integration = integrationOf(written, row)
  const { site } = row
  return {
    workspaceId,
    integration,
    site,
    browser: browserOf(integration.auth),
    row,
    hosts: reachedHosts(integration),
  }
}

function browserOf(auth: Integration['auth']): OAuth2Method | undefined {
  return auth.find((method): method is OAuth2Method => method.type === 'oauth2')
}
