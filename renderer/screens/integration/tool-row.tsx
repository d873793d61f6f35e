import { BookOpen, PenLine, RotateCcw, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { Effect, Policy, ToolEntry } from '../../../preload/contract/shapes.ts'
import { setPolicy } from '../../state/integration.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segments } from '../../ui/segments.tsx'
import styles from './integration.module.css'

const POLICIES: readonly { readonly value: Policy; readonly tone: 'accent' | 'amber' | 'red' }[] = [
  { value: 'auto', tone: 'accent' },
  { value: 'ask', tone: 'amber' },
  { value: 'block', tone: 'red' },
]
const EFFECTS: Readonly<Record<Effect, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  read: { icon: BookOpen, tone: 'neutral' },
  write: { icon: PenLine, tone: 'amber' },
  destructive: { icon: TriangleAlert, tone: 'red' },
}

function EffectBadge({ effect }: { readonly effect: Effect }) {
  return <Badge {...EFFECTS[effect]}>{text.integration.effect[effect]}</Badge>
}

interface ToolRowProps {
  readonly integrationId: string
  readonly tool: ToolEntry
}

/** One tool: what it does, what it changes, and whether it may. */
export function ToolRow({ integrationId, tool }: ToolRowProps) {
  const { name, policy, defaultPolicy } = tool
  const choose = (next: Policy | null): void => void attempt(() => setPolicy(integrationId, name, next))
  const segments = POLICIES.map(({ value, tone }) => ({
    value,
    tone,
    label: text.integration.policy[value],
    note: text.integration.policyNote(value, value === defaultPolicy),
    marked: value === defaultPolicy,
  }))
  return (
    <div className={styles['tool']}>
      <div className={styles['toolWords']}>
        <h3>
          <code>{name}</code> <EffectBadge effect={tool.effect} />
        </h3>
        <p className={styles['soft']}>{tool.description}</p>
      </div>
      <div className={styles['policy']}>
        {policy !== defaultPolicy && (
          <IconButton
            label={text.integration.resetNamed(name)}
            icon={RotateCcw}
            onClick={() => choose(null)}
          />
        )}
        <Segments
          label={text.integration.policyOf(name)}
          value={policy}
          segments={segments}
          onChange={choose}
        />
      </div>
    </div>
  )
}
