import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { integrations } from '../../registry/index.ts'
import { conformanceTools } from '../testing/conformance-tools.ts'
import { createConnectedHub } from '../testing/test-hub.ts'
import { openApi } from './openapi.ts'

const validate = async (document: unknown) =>
  await new Validator().validate(document as Record<string, unknown>)

it('of every tool of the catalog is valid OpenAPI 3.1', async () => {
  const tools = integrations.flatMap((integration) => integration.tools)
  const { valid, errors } = await validate(openApi(tools, '1.0.0'))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

it('has no reference that leads nowhere, also where a definition’s schema has its own', async () => {
  const [, integration] = conformanceTools(() => Promise.resolve())
  const document = openApi(integration?.tools ?? [], '1.0.0')
  const found = JSON.stringify(document).match(/"\$ref":"[^"]*"/g) ?? []
  const targets = found.map((text) => (JSON.parse(`{${text}}`) as { $ref: string }).$ref)
  expect(targets.filter((target) => target.endsWith('/$defs/address'))).toHaveLength(1)
  for (const target of targets) expect([target, at(document, target)]).not.toContain(undefined)
  expect((await validate(document)).valid).toBe(true)
})

/** What a JSON pointer in a fragment means (RFC 6901). */
function at(document: unknown, target: string): unknown {
  const steps = target.slice(2).split('/')
  const names = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return names.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    document,
  )
}

describe('the document', () => {
  it('names the app’s tools, one operation each, and needs the token', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const { status, body } = await app.get('/openapi.json')
    expect(status).toBe(200)
    expect((await validate(body)).valid).toBe(true)
    const { paths } = body as unknown as { paths: Record<string, { post: { operationId: string } }> }
    const names = (await app.get('/v1/manifest')).body as unknown as { tools: { name: string }[] }
    expect(Object.keys(paths)).toEqual(names.tools.map(({ name }) => `/v1/actions/${name}`))
    const stranger = await app.fetch('/openapi.json', { headers: {} })
    expect(stranger.status).toBe(401)
  })

  it('describes calls that work as described: arguments in, data out', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const headers = { authorization: `Bearer ${app.token}` }
    const json = { ...headers, 'content-type': 'application/json' }
    const read = await app.fetch('/v1/actions/notes_list_notes', {
      method: 'POST',
      headers: json,
      body: '{}',
    })
    expect(read).toMatchObject({ status: 200, body: { notes: [{ id: 'note-1', title: 'Milk' }] } })
    const bare = await app.fetch('/v1/actions/notes_list_notes', { method: 'POST', headers })
    expect(bare.status).toBe(200)
    const wrong = await app.fetch('/v1/actions/notes_get_note', { method: 'POST', headers: json, body: '[]' })
    expect(wrong).toMatchObject({ status: 422, body: { error: { code: 'INVALID_PARAMS' } } })
    const form = { ...headers, 'content-type': 'text/plain' }
    const untyped = await app.fetch('/v1/actions/notes_get_note', {
      method: 'POST',
      headers,
      body: Buffer.from('{"note_id":"n"}'),
    })
    // Arguments that are not read must not be taken for none.
    expect(untyped.status).toBe(415)
    const csrf = await app.fetch('/v1/actions/notes_list_notes', {
      method: 'POST',
      headers: form,
      body: '{}',
    })
    expect(csrf.status).toBe(415)
  })

  it('writes wait for the person, and the result is read by its ticket', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.fetch('/v1/actions/notes_create_note', {
      method: 'POST',
      headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Milk' }),
    })
    await test.questions()
    await test.platform.clock.advance(45_000)
    const { status, body } = await call
    expect(status).toBe(202)
    await test.decide({ kind: 'allow_once' })
    const result = await app.get(`/v1/results/${body.approval_id ?? ''}`)
    expect(result).toMatchObject({ status: 200, body: { data: { id: 'note-1' } } })
    expect((await app.get('/v1/results/apr_none')).status).toBe(404)
  })
})
