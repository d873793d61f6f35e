import type { ListedTool } from '../tools/listing.ts'

const JSON_TYPE = 'application/json'

const error = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        message: { type: 'string', description: 'What happened' },
        remedy: { type: 'string', description: 'What to do' },
        details: { type: 'object' },
      },
      required: ['code', 'message', 'remedy'],
    },
  },
  required: ['error'],
}

const ticket = {
  type: 'object',
  properties: {
    status: { const: 'approval_pending' },
    approval_id: { type: 'string' },
    expires_at: { type: 'string', format: 'date-time' },
    next: { type: 'string' },
  },
  required: ['status', 'approval_id', 'expires_at', 'next'],
}

/** The path of a tool's operation: its arguments are the body, as clients that read this document send them. */
export const ACTION_PATH = '/v1/actions/'

/**
 * An app's tools as an OpenAPI 3.1 document: one operation each.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApi(tools: readonly ListedTool[], version: string): unknown {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Gatehouse',
      version,
      description:
        'Tools of the accounts that are connected on this computer. What changes something waits for the person.',
    },
    // Relative to where the document was read.
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: Object.fromEntries(tools.map((tool) => [`${ACTION_PATH}${tool.name}`, { post: operation(tool) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: error, Ticket: ticket },
      responses: {
        Error: { description: 'What went wrong and what to do', content: jsonOf('Error') },
        Ticket: { description: 'The person has not answered yet', content: jsonOf('Ticket') },
      },
    },
  }
}

function operation({ name, description, inputSchema }: ListedTool): unknown {
  return {
    operationId: name,
    summary: name.replaceAll('_', ' '),
    description,
    requestBody: {
      required: (inputSchema.required ?? []).length > 0,
      content: { [JSON_TYPE]: { schema: withinDocument(name, inputSchema) } },
    },
    responses: {
      '200': { description: 'The result', content: { [JSON_TYPE]: { schema: {} } } },
      '202': { $ref: '#/components/responses/Ticket' },
      default: { $ref: '#/components/responses/Error' },
    },
  }
}

/** A schema's references start at its own root, which in the document is where it stands (RFC 6901 for the “~1”). */
function withinDocument(name: string, schema: ListedTool['inputSchema']): unknown {
  if (schema['$defs'] === undefined) return schema
  const path = `${ACTION_PATH}${name}`.replaceAll('/', '~1')
  const root = `#/paths/${path}/post/requestBody/content/application~1json/schema`
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#/') ? root + value.slice(1) : value,
  )
  return JSON.parse(text)
}

function jsonOf(schema: string): unknown {
  return { [JSON_TYPE]: { schema: { $ref: `#/components/schemas/${schema}` } } }
}
