import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { RuleTool } from '../../../preload/contract/grant.ts'
import type { App, Policy } from '../../../preload/contract/shapes.ts'
import { setAppPolicy, useAppPolicies, useRuleTools } from '../../state/rules.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segments } from '../../ui/segments.tsx'
import styles from './rules.module.css'
import { ToolSearch } from './tool-search.tsx'

type Choice = Policy | 'none'

const TONES = { auto: 'accent', ask: 'amber', block: 'red' } as const
const CHOICES: readonly Choice[] = ['none', 'auto', 'ask', 'block']
const POLICIES: readonly Policy[] = ['auto', 'ask', 'block']

/** What all tools of one app do, whatever is set elsewhere, and the tools that are set for it alone. */
export function AppPolicy({ app }: { readonly app: App }) {
  const set = useAppPolicies(app.id)
  const [adding, setAdding] = useState(false)
  if (set === null) return null
  const all: Choice = set.all ?? 'none'
  const change = (tool: string | null, policy: Policy | null): void => {
    const before = tool === null ? set.all : (set.tools.find((it) => it.tool === tool)?.policy ?? null)
    void attempt(
      () => setAppPolicy(app.id, tool, policy),
      text.program.undoDone.policy(tool ?? app.name, text.policy.choices[policy ?? 'none']),
      () => setAppPolicy(app.id, tool, before),
    )
  }
  return (
    <div className={styles['policies']}>
      <h3>{text.policy.all}</h3>
      <Segments
        label={text.policy.all}
        value={all}
        segments={CHOICES.map((value) => ({
          value,
          label: text.policy.choices[value],
          ...(value !== 'none' && { tone: TONES[value] }),
        }))}
        onChange={(choice) => change(null, choice === 'none' ? null : choice)}
      />
      <p className={styles['faint']}>{text.policy.means[all]}</p>
      {set.tools.length > 0 && <h3>{text.policy.single}</h3>}
      <ul className={styles['singles']}>
        {set.tools.map(({ tool, policy }) => (
          <SinglePolicy key={tool} tool={tool} policy={policy} onChange={(next) => change(tool, next)} />
        ))}
      </ul>
      {adding ? (
        <AddSingle
          app={app}
          onChoose={(tool) => {
            setAdding(false)
            change(tool.tool, 'ask')
          }}
        />
      ) : (
        <Button size="small" onClick={() => setAdding(true)}>
          {text.policy.addSingle}
        </Button>
      )}
    </div>
  )
}

interface SinglePolicyProps {
  readonly tool: string
  readonly policy: Policy
  readonly onChange: (policy: Policy | null) => void
}

function SinglePolicy({ tool, policy, onChange }: SinglePolicyProps) {
  return (
    <li className={styles['single']}>
      <code>{tool}</code>
      <Segments
        label={text.policy.policyOf(tool)}
        value={policy}
        segments={POLICIES.map((value) => ({
          value,
          label: text.policy.policies[value],
          tone: TONES[value],
        }))}
        onChange={onChange}
      />
      <IconButton label={text.policy.reset(tool)} icon={RotateCcw} onClick={() => onChange(null)} />
    </li>
  )
}

interface AddSingleProps {
  readonly app: App
  readonly onChoose: (tool: RuleTool) => void
}

function AddSingle({ app, onChoose }: AddSingleProps) {
  const tools = useRuleTools(app.id)
  return <ToolSearch tools={tools} onChoose={onChoose} />
}
