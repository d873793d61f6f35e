import type { Tool } from './define.ts'

/** What a tool costs in an app's listing: name, description and JSON Schema, at four characters a token. */
export function toolTokens({
  name,
  description,
  inputSchema,
}: Pick<Tool, 'name' | 'description' | 'inputSchema'>): number {
  return Math.ceil((name.length + description.length + JSON.stringify(inputSchema).length) / 4)
}
