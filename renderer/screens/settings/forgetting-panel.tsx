import { useEffect } from 'react'
import type { Forgetting } from '../../../preload/contract/grant.ts'
import { setForgetting, useForgetting } from '../../state/rules.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import styles from '../rules/rules.module.css'

const IDLE_MINUTES: readonly (number | null)[] = [null, 5, 15, 30, 60, 240]

/** Whether remembered answers end when nobody is at the computer. */
export function ForgettingPanel() {
  const { value: forgetting, problem, load } = useForgetting()
  useEffect(() => void useForgetting.getState().load(), [])
  return (
    <Section title={text.forgetting.title} note={text.forgetting.note}>
      {problem && <ProblemNotice problem={problem} onRetry={() => void load()} />}
      {forgetting === null ? problem === null && <Skeleton rows={2} /> : <Choices forgetting={forgetting} />}
    </Section>
  )
}

function Choices({ forgetting }: { readonly forgetting: Forgetting }) {
  const { onLock, idleMinutes, which } = forgetting
  const change = (part: Partial<Forgetting>): void =>
    void attempt(() => setForgetting({ ...forgetting, ...part }))
  return (
    <Panel>
      <div className={styles['forgetting']}>
        <Switch on={onLock} onChange={(on) => change({ onLock: on })}>
          {text.forgetting.onLock}
        </Switch>
        <div className={styles['setting']}>
          <span>{text.forgetting.idle}</span>
          <SelectField
            label={text.forgetting.idle}
            value={String(idleMinutes)}
            choices={withCurrent(idleMinutes).map((minutes) => ({
              value: String(minutes),
              label: text.forgetting.idles(minutes),
            }))}
            onChange={(value) => change({ idleMinutes: value === 'null' ? null : Number(value) })}
          />
        </div>
        <div className={styles['setting']}>
          <span>{text.forgetting.which}</span>
          <Segments
            label={text.forgetting.which}
            value={which}
            segments={(['session', 'all'] as const).map((value) => ({
              value,
              label: text.forgetting.whichOnes[value],
            }))}
            onChange={(next) => change({ which: next })}
          />
        </div>
        <p className={styles['faint']}>{text.forgetting.means[which]}</p>
      </div>
    </Panel>
  )
}

/** A number that was set elsewhere is shown as it is. */
function withCurrent(minutes: number | null): readonly (number | null)[] {
  return IDLE_MINUTES.includes(minutes) ? IDLE_MINUTES : [...IDLE_MINUTES, minutes]
}
