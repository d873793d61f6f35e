import { readFileSync } from 'node:fs'
import {
  buildSchema,
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  OperationTypeNode,
  type DocumentNode,
} from 'graphql'
import { jsonAnswer, parseJson, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import { createMutations } from './mutations.ts'
import { createQueries } from './queries.ts'
import { createViews } from './views.ts'
import type { Workspace } from './workspace.ts'

type Posted = {
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly operationName?: string
}

const schemaFiles = ['./schema.graphql', './inputs.graphql', './operations.graphql']

const readText = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** Executes documents against the workspace; the scopes are those of the credential that came along. */
export const createGraphqlEndpoint = (workspace: Workspace) => {
  const schema = buildSchema(schemaFiles.map(readText).join('\n'))
  const views = createViews(workspace)
  const rootValue = { ...createQueries(workspace, views), ...createMutations(workspace, views) }

  return async (request: SimulatedRequest, scopes: ReadonlySet<string>): Promise<SimulatedAnswer> => {
    const posted = parseJson(request.body) as Posted | undefined
    if (typeof posted?.query !== 'string')
      return rejected([badRequest('POST body missing, invalid Content-Type, or JSON object has no keys.')])
    const document = parseDocument(posted.query)
    if (document instanceof GraphQLError) return rejected([withCode(document, 'GRAPHQL_PARSE_FAILED')])
    const faults = validate(schema, document)
    if (faults.length > 0)
      return rejected(faults.map((fault) => withCode(fault, 'GRAPHQL_VALIDATION_FAILED')))
    const missing = missingScope(document, posted.operationName, scopes)
    if (missing) return jsonAnswer(403, { errors: [missing] })
    const result = await execute({
      schema,
      document,
      rootValue,
      variableValues: posted.variables,
      operationName: posted.operationName,
    })
    // Variables that do not fit their types are found only here; no data then, and HTTP 400.
    if (result.data === undefined)
      return rejected((result.errors ?? []).map((fault) => withCode(fault, 'BAD_USER_INPUT')))
    return jsonAnswer(200, result, limits)
  }
}

const limits = {
  'x-ratelimit-requests-limit': '5000',
  'x-ratelimit-requests-remaining': '4987',
  'x-complexity': '12',
}

const rejected = (errors: readonly GraphQLError[]): SimulatedAnswer => jsonAnswer(400, { errors }, limits)

const parseDocument = (query: string): DocumentNode | GraphQLError => {
  try {
    return parse(query)
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError(String(error))
  }
}

const withCode = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { http: { status: 400, headers: {} }, code, type: 'graphql error', userError: true },
  })

const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })

const missingScope = (
  document: DocumentNode,
  operationName: string | undefined,
  scopes: ReadonlySet<string>,
) => {
  const operation = getOperationAST(document, operationName)
  const scope = operation?.operation === OperationTypeNode.MUTATION ? 'write' : 'read'
  if (scopes.has(scope)) return undefined
  return new GraphQLError(`Invalid scope: \`${scope}\` required`, {
    extensions: { type: 'forbidden', code: 'FORBIDDEN', statusCode: 403, userError: true },
  })
}
