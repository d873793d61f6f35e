import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { vercel } from './vercel.ts'

const CREATED = Date.parse('2026-01-02T03:04:05Z')
const created_at = '2026-01-02T03:04:05.000Z'

const project = {
  id: 'prj_1',
  name: 'shop',
  accountId: 'team_1',
  framework: 'nextjs',
  updatedAt: CREATED,
  link: { type: 'github', org: 'acme', repo: 'shop', repoId: 1, productionBranch: 'main' },
}
const projectRow = {
  id: 'prj_1',
  name: 'shop',
  framework: 'nextjs',
  repo: 'acme/shop',
  updated_at: created_at,
}
const deployment = {
  id: 'dpl_1',
  name: 'shop',
  projectId: 'prj_1',
  url: 'shop-1.vercel.app',
  readyState: 'ERROR',
  target: null,
  alias: [],
  createdAt: CREATED,
  creator: { uid: 'u1', username: 'ada' },
  errorCode: 'BUILD_FAILED',
  errorMessage: 'Command "next build" exited with 1',
  inspectorUrl: 'https://vercel.com/acme/shop/1',
  env: ['SECRET'],
}
const deploymentDetail = {
  id: 'dpl_1',
  project: 'shop',
  project_id: 'prj_1',
  state: 'ERROR',
  url: 'https://shop-1.vercel.app',
  domains: [],
  creator: 'ada',
  error_code: 'BUILD_FAILED',
  error: 'Command "next build" exited with 1',
  created_at,
  inspector_url: 'https://vercel.com/acme/shop/1',
}
const lastPage = { count: 1, next: null, prev: null }

const cases: readonly OneRequestCase[] = [
  {
    tool: 'vercel_list_teams',
    args: { cursor: '1767323045000', limit: 5 },
    sends: 'GET /v2/teams',
    query: { limit: '5', until: '1767323045000' },
    answer: jsonResponse({
      teams: [{ id: 'team_1', slug: 'acme', name: 'Acme', createdAt: 1 }],
      pagination: { count: 1, next: 1767323044999, prev: 1767323045001 },
    }),
    result: { teams: [{ id: 'team_1', slug: 'acme', name: 'Acme' }], next_cursor: '1767323044999' },
  },
  {
    tool: 'vercel_list_projects',
    args: { search: 'shop', team_id: 'team_1', cursor: 'MFRGG' },
    sends: 'GET /v10/projects',
    query: { search: 'shop', teamId: 'team_1', from: 'MFRGG', limit: '20' },
    answer: jsonResponse({ projects: [project], pagination: { count: 1, next: 'MFRGH' } }),
    result: { projects: [projectRow], next_cursor: 'MFRGH' },
  },
  {
    tool: 'vercel_get_project',
    args: { project: 'shop' },
    sends: 'GET /v9/projects/shop',
    answer: jsonResponse({
      ...project,
      createdAt: CREATED,
      rootDirectory: 'web',
      nodeVersion: '24.x',
      buildCommand: null,
      paused: true,
      env: [{ key: 'SECRET', value: 'x' }],
      targets: {
        production: {
          id: 'dpl_0',
          url: 'shop-0.vercel.app',
          alias: ['acme.com'],
          readyState: 'READY',
          createdAt: CREATED,
        },
        preview: null,
      },
    }),
    result: {
      ...projectRow,
      repo_type: 'github',
      production_branch: 'main',
      root_directory: 'web',
      node_version: '24.x',
      paused: true,
      created_at,
      production: {
        deployment_id: 'dpl_0',
        url: 'https://shop-0.vercel.app',
        domains: ['acme.com'],
        state: 'READY',
        created_at,
      },
    },
  },
  {
    tool: 'vercel_list_deployments',
    args: { project: 'shop', state: 'ERROR', target: 'production', branch: 'main', team_id: 'team_1' },
    sends: 'GET /v7/deployments',
    query: {
      projectId: 'shop',
      state: 'ERROR',
      target: 'production',
      branch: 'main',
      teamId: 'team_1',
      limit: '20',
    },
    answer: jsonResponse({
      deployments: [
        {
          uid: 'dpl_1',
          name: 'shop',
          projectId: 'prj_1',
          url: 'shop-1.vercel.app',
          readyState: 'ERROR',
          target: 'production',
          created: CREATED,
          creator: { uid: 'u1', username: 'ada' },
          errorMessage: 'Command failed',
          inspectorUrl: null,
        },
      ],
      pagination: lastPage,
    }),
    result: {
      deployments: [
        {
          id: 'dpl_1',
          project: 'shop',
          project_id: 'prj_1',
          state: 'ERROR',
          target: 'production',
          url: 'https://shop-1.vercel.app',
          creator: 'ada',
          error: 'Command failed',
          created_at,
        },
      ],
    },
  },
  {
    tool: 'vercel_get_deployment',
    args: { deployment: 'shop-1.vercel.app', team_id: 'team_1' },
    sends: 'GET /v13/deployments/shop-1.vercel.app',
    query: { teamId: 'team_1' },
    answer: jsonResponse(deployment),
    result: deploymentDetail,
  },
  {
    tool: 'vercel_get_build_log',
    args: { deployment_id: 'dpl_1' },
    sends: 'GET /v3/deployments/dpl_1/events',
    query: { direction: 'forward', follow: '0', limit: '-1' },
    answer: jsonResponse([
      { type: 'command', created: 1, text: 'next build', id: 'e1', serial: '1' },
      null,
      { type: 'delimiter', created: 2, payload: { id: 'e2', date: 2, serial: '2' } },
      { type: 'stderr', created: 3, payload: { text: 'Type error', id: 'e3', date: 3, serial: '3' } },
    ]),
    result: { log: 'next build\nType error' },
  },
  {
    tool: 'vercel_list_domains',
    args: { project: 'shop' },
    sends: 'GET /v9/projects/shop/domains',
    query: { limit: '20' },
    answer: jsonResponse({
      domains: [
        { name: 'acme.com', apexName: 'acme.com', projectId: 'prj_1', redirect: null, verified: true },
        {
          name: 'www.acme.com',
          apexName: 'acme.com',
          projectId: 'prj_1',
          redirect: 'acme.com',
          verified: false,
          verification: [{ type: 'TXT', domain: '_vercel.acme.com', value: 'vc=1', reason: 'pending' }],
        },
      ],
      pagination: lastPage,
    }),
    result: {
      domains: [
        { name: 'acme.com', verified: true },
        {
          name: 'www.acme.com',
          redirects_to: 'acme.com',
          verified: false,
          set_dns: [{ type: 'TXT', domain: '_vercel.acme.com', value: 'vc=1' }],
        },
      ],
    },
  },
  {
    tool: 'vercel_get_env_variables',
    args: { project: 'prj_1' },
    sends: 'GET /v10/projects/prj_1/env',
    answer: jsonResponse({
      envs: [
        {
          id: 'env_1',
          key: 'API_KEY',
          value: 'ciphertext',
          type: 'encrypted',
          target: ['production'],
          updatedAt: CREATED,
        },
      ],
      pagination: lastPage,
    }),
    result: {
      variables: [
        { id: 'env_1', key: 'API_KEY', type: 'encrypted', targets: ['production'], updated_at: created_at },
      ],
    },
  },
  {
    tool: 'vercel_create_deployment',
    args: {
      deployment_id: 'dpl_0',
      project_name: 'shop',
      target: 'production',
      latest_commit: true,
      team_id: 'team_1',
    },
    sends: 'POST /v13/deployments',
    query: { teamId: 'team_1' },
    body: { name: 'shop', deploymentId: 'dpl_0', target: 'production', withLatestCommit: true },
    answer: jsonResponse(deployment),
    result: deploymentDetail,
  },
  {
    tool: 'vercel_set_production_deployment',
    args: { project_id: 'prj_1', deployment_id: 'dpl_1' },
    sends: 'POST /v10/projects/prj_1/promote/dpl_1',
    answer: new Response(null, { status: 201 }),
    result: { deployment_id: 'dpl_1', promotion: 'requested' },
  },
  {
    tool: 'vercel_cancel_deployment',
    args: { deployment_id: 'dpl_1' },
    sends: 'PATCH /v12/deployments/dpl_1/cancel',
    answer: jsonResponse(deployment),
    result: deploymentDetail,
  },
]

describe('every tool of vercel', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(vercel, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://api.vercel.com')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(vercel.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
