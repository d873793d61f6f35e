import { conditions as conditionList, type Condition } from '../../preload/contract/rule.ts'

const MOST_KNOWN = 1_000

/** Reads conditions as they are stored, each text once. @returns undefined for what cannot be read */
export function createConditionReader(): (text: string) => readonly Condition[] | undefined {
  const known = new Map<string, readonly Condition[] | undefined>()
  return (text) => {
    if (known.has(text)) return known.get(text)
    if (known.size >= MOST_KNOWN) known.clear()
    const read = readConditions(text)
    known.set(text, read)
    return read
  }
}

function readConditions(text: string): readonly Condition[] | undefined {
  try {
    return conditionList.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
