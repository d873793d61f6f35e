import { integrations } from '../registry/index.ts'
import { toolTokens } from '../registry/tool-tokens.ts'
import { say } from './progress.mjs'

/** Tools above it are named: the target is 85, the limit 200. */
const manyTokens = 150

/** @typedef {{ name: string, effect: string, tokens: number }} Row */

/** @param {readonly Row[]} rows */
const total = (rows) => rows.reduce((sum, { tokens }) => sum + tokens, 0)

/**
 * The conformance test takes the same one: of an even number, the upper of the two in the middle.
 * @param {readonly Row[]} rows
 */
const median = (rows) =>
  rows.map(({ tokens }) => tokens).toSorted((a, b) => a - b)[Math.floor(rows.length / 2)] ?? 0

/**
 * @param {readonly Row[]} rows
 * @param {string} effect
 */
const count = (rows, effect) => rows.filter((row) => row.effect === effect).length

/**
 * @param {string} title
 * @param {readonly Row[]} rows
 */
const line = (title, rows) => [
  title,
  rows.length,
  ...['read', 'write', 'destructive'].map((effect) => count(rows, effect)),
  median(rows),
  Math.max(0, ...rows.map(({ tokens }) => tokens)),
  total(rows),
]

/**
 * Columns as wide as their widest cell; the first is flush left, numbers are flush right.
 * @param {readonly (readonly (string | number)[])[]} lines
 */
function table(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => String(cells[column]).length)))
  const cell = (/** @type {string | number} */ value, /** @type {number} */ column) =>
    column === 0 ? String(value).padEnd(widths[0]) : String(value).padStart(widths[column])
  return lines.map((cells) => cells.map(cell).join('  ')).join('\n')
}

const byIntegration = integrations.map(({ id, tools }) => ({
  id,
  rows: tools.map((tool) => ({ name: tool.name, effect: tool.effect, tokens: toolTokens(tool) })),
}))
const all = byIntegration.flatMap(({ rows }) => rows)
const many = all.filter(({ tokens }) => tokens > manyTokens).toSorted((a, b) => b.tokens - a.tokens)

say(
  table([
    ['integration', 'tools', 'reads', 'writes', 'destructive', 'median', 'max', 'total'],
    ...byIntegration.map(({ id, rows }) => line(id, rows)),
    line('all', all),
  ]),
)
say(`\nMedian of all tools: ${median(all)} tokens`)
say(`Tools above ${manyTokens} tokens: ${many.length === 0 ? 'none' : ''}`)
for (const { name, tokens } of many) say(`  ${name}  ${tokens}`)
say(`An app with everything enabled sees ${all.length} tools in ${total(all).toLocaleString('en')} tokens`)
