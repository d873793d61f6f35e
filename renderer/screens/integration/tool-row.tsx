import { BookOpen, PenLine, RotateCcw, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { Effect, Policy, ToolEntry } from '../../../preload/contract/shapes.ts'
import { setPolicy } from '../../state/integration.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { ToolSentence } from '../rules/tool-sentence.tsx'
import styles from './integration.module.css'
import { TryItButton } from './try-it-button.tsx'

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
  const choose = (next: Policy | null): void => {
    const before = policy === defaultPolicy ? null : policy
    void attempt(
      () => setPolicy(integrationId, name, next),
      text.program.undoDone.policy(name, text.integration.policy[next ?? defaultPolicy]),
      () => setPolicy(integrationId, name, before),
    )
  }
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
        <ToolSentence tool={name} />
      </div>
      <div className={styles['policy']}>
        <TryItButton integrationId={integrationId} tool={tool} />
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
