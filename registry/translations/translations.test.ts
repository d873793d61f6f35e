import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Integration, Tool } from '../define.ts'
import { integrations } from '../index.ts'
import { propertySchema, requiredArguments, sample } from '../testing/sample-arguments.ts'
import { translated, wordsOf, type Translation } from '../translation.ts'
import { german } from './de/index.ts'

const GERMAN: ReadonlyMap<string, Translation> = new Map(Object.entries(german))

const ENGLISH_WORDS = /\b(?:the|and|of|your|with|is|are|to|for|this|from)\b/i

/** Without what stands in quotation marks or between backticks, or is written as a name of an API. */
const proseOf = (text: string): string => text.replaceAll(/„[^“]*“|`[^`]*`|\S*[_/@:<>]\S*/g, '')

const quoted = (text: string, marks: RegExp): readonly string[] =>
  [...text.matchAll(marks)].map(([, value = '']) => value).toSorted()

function sampleCalls(tool: Tool): readonly Readonly<Record<string, unknown>>[] {
  const least = requiredArguments(tool.inputSchema)
  const all = z.record(z.string(), z.unknown())
  const most = all.parse(sample('arguments', propertySchema.parse(tool.inputSchema), 'all'))
  return [least, most].map((args) => tool.parameters.safeParse(args).data ?? args)
}

const said = (summarize: () => string): string | undefined => {
  try {
    return summarize()
  } catch {
    return undefined
  }
}

it('is there for every integration, and for nothing else', () => {
  expect([...GERMAN.keys()].toSorted()).toEqual(integrations.map(({ id }) => id).toSorted())
})

const both = integrations.flatMap((integration) => {
  const translation = GERMAN.get(integration.id)
  return translation === undefined ? [] : [[integration.id, integration, translation] as const]
})

describe.each(both)('%s in German', (_id, integration: Integration, translation: Translation) => {
  const shown = translated(integration, translation)

  it('has words for every label, hint and permission, and for no others', () => {
    expect(Object.keys(translation.words).toSorted()).toEqual([...wordsOf(integration)].toSorted())
  })

  it('has words for every tool, and for no others', () => {
    expect(Object.keys(translation.tools).toSorted()).toEqual(
      integration.tools.map(({ name }) => name).toSorted(),
    )
  })

  it('asks with the same values as in English, so that nobody agrees to less than is sent', () => {
    const differing = integration.tools.flatMap((tool, index) =>
      sampleCalls(tool).flatMap((args) => {
        const english = said(() => tool.summarize(args))
        if (english === undefined) return []
        const other = shown.tools[index]?.summarize(args) ?? ''
        const values = [quoted(english, /“([^”]*)”/g), quoted(other, /„([^“]*)“/g)]
        return values[0]?.join('|') === values[1]?.join('|') ? [] : [{ tool: tool.name, english, other }]
      }),
    )
    expect(differing).toEqual([])
  })

  it('is German, with German quotation marks', () => {
    const texts = [translation.description, ...Object.values(translation.words)]
    const ofTools = shown.tools.flatMap((tool) => [
      tool.description,
      ...sampleCalls(tool).map((args) => said(() => tool.summarize(args)) ?? ''),
    ])
    const wrong = [...texts, ...ofTools].filter(
      (text) => text === '' || /[”"]|\.\.\./.test(text) || ENGLISH_WORDS.test(proseOf(text)),
    )
    expect(wrong).toEqual([])
  })

  it('leaves names, schemas and handlers as they are', () => {
    const kept = (tools: readonly Tool[]) =>
      tools.map(({ name, inputSchema, handler }) => [name, inputSchema, handler])
    expect(kept(shown.tools)).toEqual(kept(integration.tools))
  })
})
