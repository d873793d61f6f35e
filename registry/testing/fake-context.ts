import { vi } from 'vitest'
import type { Integration } from '../define.ts'
import type { Site } from '../site.ts'
import { createProviderClient, type ProviderFacts } from '../provider-client.ts'
import type { ToolContext } from '../tool-context.ts'
import { atSampleSite } from './sample-site.ts'

/** What reached the edge, taken apart for comparison. */
export interface SentRequest {
  readonly integrationId: string
  readonly method: string
  readonly url: URL
  readonly query: Readonly<Record<string, string>>
  readonly headers: Headers
  readonly body: unknown
}

interface Head {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A provider's answer in JSON, as `fetchOAuth` would return it. */
export function jsonResponse(body: unknown, { status = 200, headers = {} }: Head = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/**
 * The real client over a network that gives the answers in turn, and fails on a request too many.
 *
 * @returns the context for handlers, and the requests in the order they were sent
 */
export function fakeContext(facts: ProviderFacts, answers: readonly Response[], site: Site = {}) {
  const waiting = [...answers]
  const requests: SentRequest[] = []
  const fetchOAuth: ToolContext['fetchOAuth'] = (integrationId, url, init) => {
    requests.push(sentRequest(integrationId, url, init))
    const answer = waiting.shift()
    return answer ? Promise.resolve(answer) : Promise.reject(new Error(`Unexpected request to ${url}`))
  }
  const { signal } = new AbortController()
  const identity = { workspaceId: 'wsp_test', userId: 'con_test', projectId: 'app_test' }
  const client = createProviderClient(facts, fetchOAuth, signal)
  const context: ToolContext = {
    ...client,
    ...identity,
    site,
    fetchOAuth,
    signal,
    audit: vi.fn<ToolContext['audit']>(),
  }
  return { context, requests }
}

/** Runs a tool as the engine does: arguments checked first, then the handler. Places of a site have sample values. */
export async function callTool(
  integration: Integration,
  name: string,
  args: Readonly<Record<string, unknown>>,
  ...answers: readonly Response[]
) {
  const tool = integration.tools.find((candidate) => candidate.name === name)
  if (!tool) throw new Error(`No tool ${name}`)
  const { integration: placed, site } = atSampleSite(integration)
  const { context, requests } = fakeContext(placed, answers, site)
  const parsed = tool.parameters.parse(args)
  return { result: await tool.handler(parsed, context), summary: tool.summarize(parsed), requests }
}

function sentRequest(integrationId: string, address: string, init: RequestInit = {}): SentRequest {
  const url = new URL(address)
  const headers = new Headers(init.headers)
  const body = typeof init.body === 'string' ? bodyOf(init.body, headers) : undefined
  const query = Object.fromEntries(url.searchParams)
  return { integrationId, method: init.method ?? 'GET', url, query, headers, body }
}

function bodyOf(text: string, headers: Headers): unknown {
  const isForm = headers.get('content-type') === 'application/x-www-form-urlencoded'
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text)
}
