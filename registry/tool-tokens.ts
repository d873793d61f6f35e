import type { Tool } from './define.ts'

/** What a token is taken for: every model cuts text its own way, and this is near all of them. */
export const CHARACTERS_PER_TOKEN = 4

/** @returns about how many tokens a text of so many characters is */
export const tokensOf = (characters: number): number => Math.ceil(characters / CHARACTERS_PER_TOKEN)

/** What a tool costs in an app's listing: name, description and JSON Schema. */
export function toolTokens({
  name,
  description,
  inputSchema,
}: Pick<Tool, 'name' | 'description' | 'inputSchema'>): number {
  return tokensOf(name.length + description.length + JSON.stringify(inputSchema).length)
}
