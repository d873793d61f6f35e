import { useState } from 'react'
import type { RuleTool } from '../../../preload/contract/grant.ts'
import { text } from '../../text.ts'
import { TextField } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './rules.module.css'

const MOST_SHOWN = 40

interface ToolSearchProps {
  /** Null until they are known. */
  readonly tools: readonly RuleTool[] | null
  readonly onChoose: (tool: RuleTool) => void
}

/** Finds one of the tools that an app may use. */
export function ToolSearch({ tools, onChoose }: ToolSearchProps) {
  const [query, setQuery] = useState('')
  if (tools === null) return <Skeleton rows={2} />
  if (tools.length === 0) return <p>{text.rule.noTools}</p>
  const found = findTools(tools, query)
  return (
    <div className={styles['group']}>
      <TextField
        label={text.rule.findTool}
        hint={text.rule.findToolHint}
        value={query}
        maxLength={100}
        autoFocus
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.length === 0 ? (
        <p className={styles['faint']}>{text.rule.noToolFound}</p>
      ) : (
        <ul className={styles['results']} aria-label={text.rule.tool}>
          {found.slice(0, MOST_SHOWN).map((tool) => (
            <li key={tool.tool}>
              <button type="button" onClick={() => onChoose(tool)}>
                <code>{tool.tool}</code>
                <span className={styles['faint']}>{tool.integrationName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Every word stands in the tool's name or in its integration's. */
function findTools(tools: readonly RuleTool[], query: string): readonly RuleTool[] {
  const words = query.toLowerCase().split(/[\s_]+/)
  return tools.filter(({ tool, integrationName }) => {
    const name = `${tool} ${integrationName}`.toLowerCase()
    return words.every((word) => name.includes(word))
  })
}
