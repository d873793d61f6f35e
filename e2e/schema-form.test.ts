import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Tool } from '../registry/define.ts'
import { integrations } from '../registry/index.ts'
import {
  canShow,
  firstValue,
  isValues,
  readEntry,
  withMember,
  writeEntry,
  type Values,
} from '../renderer/schema-form/entered-value.ts'
import { findProblems, optionFor } from '../renderer/schema-form/find-problems.ts'
import { formNode, type FormNode } from '../renderer/schema-form/form-node.ts'
import { SchemaForm } from '../renderer/schema-form/schema-form.tsx'
import { createSampler } from './fixtures/sample-arguments.ts'

const tools: readonly Tool[] = integrations.flatMap((integration) => integration.tools)
const SEEDS = [1, 2, 3]

/** Arguments that the tool's schema allows, as its own parameters leave them when they agree: what a question shows. */
const argumentsOf = (tool: Tool, seed: number): Values => {
  const sample = createSampler(seed)(tool.inputSchema) as Values
  const parsed = tool.parameters.safeParse(sample)
  return parsed.success ? parsed.data : sample
}

const render = (tool: Tool, values: Values, asked: Values | null = values): string =>
  renderToStaticMarkup(
    createElement(SchemaForm, {
      schema: tool.inputSchema,
      values,
      asked,
      problems: findProblems(formNode(tool.inputSchema), values),
      onChange: () => undefined,
    }),
  )

/** What the form gives back when every field is touched and left as it was. */
const touched = (node: FormNode, value: unknown): unknown => {
  if (!canShow(node, value)) return touched({ kind: 'json', description: '', usual: undefined }, value)
  if (node.kind === 'either') return touched(optionFor(node, value), value)
  if (node.kind === 'list' && Array.isArray(value)) return value.map((item) => touched(node.item, item))
  if (node.kind === 'object' && isValues(value)) {
    return node.members.reduce<Values>(
      (values, { name, node: member }) =>
        value[name] === undefined ? values : withMember(values, name, touched(member, value[name])),
      value,
    )
  }
  const isTyped = node.kind === 'text' || node.kind === 'number' || node.kind === 'json'
  return isTyped ? readEntry(node, writeEntry(node, value)) : value
}

describe('the form of every tool', () => {
  it('shows every argument, of calls with and without their optional ones', () => {
    for (const tool of tools) {
      const names = Object.keys(tool.inputSchema.properties ?? {})
      for (const values of [{}, argumentsOf(tool, 1)]) {
        const html = render(tool, values)
        for (const name of names) expect(html, tool.name).toContain(`>${name}<`)
        expect(html.split('data-testid="form-member"').length, tool.name).toBeGreaterThan(names.length)
      }
    }
  })

  it('gives back what came in, to the letter, when nothing is touched or all is touched and left alone', () => {
    for (const tool of tools) {
      for (const seed of SEEDS) {
        const values = argumentsOf(tool, seed)
        const again = touched(formNode(tool.inputSchema), values)
        expect(JSON.stringify(again), tool.name).toBe(JSON.stringify(values))
      }
    }
  })

  it('finds nothing wrong with what the tool takes, and shows nothing of it as changed', () => {
    for (const tool of tools) {
      for (const seed of SEEDS) {
        const values = argumentsOf(tool, seed)
        expect(findProblems(formNode(tool.inputSchema), values), tool.name).toEqual([])
        expect(render(tool, values), tool.name).not.toContain('The app sent')
      }
    }
  })

  it('finds every argument that is missing', () => {
    for (const tool of tools) {
      const found = findProblems(formNode(tool.inputSchema), {}).map(({ path }) => path)
      expect(found.toSorted(), tool.name).toEqual([...(tool.inputSchema.required ?? [])].sort())
    }
  })

  it('falls back on JSON only where the schema leaves names or kinds open', () => {
    const asJson = tools
      .flatMap((tool) => schemasWithin(tool.inputSchema))
      .filter((schema) => formNode(schema).kind === 'json')
    expect(asJson.length).toBeLessThan(tools.length * 0.05)
    for (const schema of asJson) expect(isOpen(schema), JSON.stringify(schema)).toBe(true)
  })

  it('can be sent twice: what a tool has made of its arguments, it takes again', () => {
    let checked = 0
    for (const tool of tools) {
      for (const seed of SEEDS) {
        const parsed = tool.parameters.safeParse(createSampler(seed)(tool.inputSchema))
        if (!parsed.success) continue
        checked += 1
        const again = tool.parameters.parse(parsed.data)
        expect(JSON.stringify(again), tool.name).toBe(JSON.stringify(parsed.data))
      }
    }
    expect(checked).toBeGreaterThan(tools.length * SEEDS.length * 0.7)
  })

  it('starts whatever is added with a value it has a control for', () => {
    const check = (node: FormNode): void => {
      expect(canShow(node, firstValue(node))).toBe(true)
      childrenOf(node).forEach(check)
    }
    for (const tool of tools) check(formNode(tool.inputSchema))
  })
})

type Schema = Readonly<Record<string, unknown>>

/** Any value at all, or an object with names of the account’s own. */
const isOpen = ({ type, properties, enum: choices, anyOf }: Schema): boolean =>
  choices === undefined &&
  anyOf === undefined &&
  (type === undefined || (type === 'object' && properties === undefined))

/** A schema and all that stand in it where a form has a control of its own. */
function schemasWithin(schema: Schema): readonly Schema[] {
  const { properties = {}, items, anyOf = [] } = schema
  const inner = [...Object.values(properties as Schema), ...(anyOf as readonly unknown[]), items]
  return [schema, ...inner.flatMap((one) => (isValues(one) ? schemasWithin(one) : []))]
}

function childrenOf(node: FormNode): readonly FormNode[] {
  if (node.kind === 'list') return [node.item]
  if (node.kind === 'either') return node.options
  return node.kind === 'object' ? node.members.map((member) => member.node) : []
}
