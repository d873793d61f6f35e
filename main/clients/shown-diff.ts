import { structuredPatch } from 'diff'
import type { DiffLine } from '../../preload/contract/clients.ts'

const CONTEXT = 3
const LONGEST_LINE = 400
const HIDDEN = '••••••••'

/** Stands for the token that does not exist yet. */
export const TOKEN_TO_COME = `gatehouse_${HIDDEN}`

const SECRET_NAME = /key|token|secret|passw|authorization|credential|cookie|bearer|auth/i

/**
 * What would change, line by line, for the window. Configurations are full of other programs' secrets: whatever looks
 * like one is hidden.
 *
 * @param name what a long line is cut around
 */
export function shownDiff(before: string, after: string, name: string): DiffLine[] {
  const { hunks } = structuredPatch('', '', visible(before), visible(after), '', '', { context: CONTEXT })
  return hunks.flatMap(({ lines, oldStart }, index) => [
    ...(index > 0 || oldStart > 1 ? [{ kind: 'gap' as const, text: '' }] : []),
    ...lines.filter((line) => !line.startsWith('\\')).map((line) => shownLine(line, name)),
  ])
}

function shownLine(line: string, name: string): DiffLine {
  const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'same'
  return { kind, text: shortened(hideSecrets(line.slice(1)), name) }
}

/** Windows' line breaks are no change to look at. */
function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '')
}

/** @returns the line with everything hidden that looks like a secret: by the name before it, or by itself */
export function hideSecrets(line: string): string {
  return line
    .replace(/gatehouse_[\w-]{20,}/g, TOKEN_TO_COME)
    .replace(/\b(Bearer|Basic|token)(\s+)(?!gatehouse_•)[^\s"',}\]]+/gi, `$1$2${HIDDEN}`)
    .replace(/\/\/[^/\s:@"']+:[^/\s@"']+@/g, `//${HIDDEN}@`)
    .replace(/("[^"]*"|'[^']*'|[\w.-]+)(\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,{}[\]"'#]+)/g, hideNamed)
    .replace(/[A-Za-z0-9_+=-]{24,}/g, (word) => (isRandom(word) ? HIDDEN : word))
}

function hideNamed(whole: string, name: string, between: string, value: string): string {
  if (!SECRET_NAME.test(name) || value.includes(HIDDEN) || /^(?:true|false|null|\d+)$/.test(value))
    return whole
  const quote = /^["']/.exec(value)?.[0] ?? ''
  return `${name}${between}${quote}${HIDDEN}${quote}`
}

function isRandom(word: string): boolean {
  return /\d/.test(word) && /[A-Za-z]/.test(word)
}

function shortened(line: string, name: string): string {
  if (line.length <= LONGEST_LINE) return line
  const at = Math.max(0, line.indexOf(name) - LONGEST_LINE / 2)
  const end = at + LONGEST_LINE
  return `${at > 0 ? '…' : ''}${line.slice(at, end)}${end < line.length ? '…' : ''}`
}
