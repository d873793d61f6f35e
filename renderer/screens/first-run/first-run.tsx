import { Check, PartyPopper } from 'lucide-react'
import { useEffect } from 'react'
import { useApps } from '../../state/apps.ts'
import { useCatalog } from '../../state/catalog.ts'
import { firstRunSteps, useFirstCall, useFirstRun, type FirstRunSteps } from '../../state/first-run.ts'
import { endFirstRun, usePreferences } from '../../state/preferences.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './first-run.module.css'
import { StepBody } from './step-body.tsx'

const STEPS = ['account', 'app', 'call'] as const

/** The way to the first call, above the screens it leads through; never again once it was done or skipped. */
export function FirstRun() {
  const isOver = usePreferences(({ value }) => value?.isFirstRunOver ?? true)
  return isOver ? null : <Steps />
}

function Steps() {
  const steps = useSteps()
  const wasOpen = useFirstRun((state) => state.wasOpen)
  const isDone = steps?.next === null
  useEffect(() => {
    if (steps === null) return
    if (steps.next !== null) useFirstRun.setState({ wasOpen: true })
    // Who has all of it from before needs no introduction.
    else if (!useFirstRun.getState().wasOpen) void attempt(endFirstRun)
  }, [steps])
  if (steps === null || (isDone && !wasOpen)) return null
  const words = text.program.firstRun
  return (
    <div className={styles['frame']}>
      <section className={styles['card']} aria-label={words.title} data-done={isDone}>
        <header>
          {isDone && <PartyPopper size={18} aria-hidden />}
          <h2>{isDone ? words.doneTitle : words.title}</h2>
          <Button size="small" tone={isDone ? 'primary' : 'quiet'} onClick={() => void attempt(endFirstRun)}>
            {isDone ? words.finish : words.skip}
          </Button>
        </header>
        {isDone && <p role="status">{words.doneBody}</p>}
        {!isDone && (
          <ol>
            {STEPS.map((step, index) => (
              <Step key={step} step={step} number={index + 1} steps={steps} />
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}

interface StepProps {
  readonly step: (typeof STEPS)[number]
  readonly number: number
  readonly steps: FirstRunSteps
}

function Step({ step, number, steps }: StepProps) {
  const words = text.program.firstRun
  const isDone = steps[step]
  const isNext = steps.next === step
  return (
    <li data-state={isDone ? 'done' : isNext ? 'next' : 'later'} aria-current={isNext ? 'step' : undefined}>
      <span className={styles['mark']} aria-hidden>
        {isDone ? <Check size={14} strokeWidth={3} /> : number}
      </span>
      <div className={styles['words']}>
        <h3>
          {words[step].title}
          {isDone && <span className="visually-hidden"> ({words.isDone})</span>}
        </h3>
        {isNext && <StepBody step={step} />}
      </div>
    </li>
  )
}

/** True as soon as they are true, whoever has brought it about. */
function useSteps(): FirstRunSteps | null {
  const catalog = useCatalog(({ value }) => value)
  const apps = useApps(({ value }) => value)
  const hasCall = useFirstCall(({ value }) => value)
  useEffect(() => {
    void useApps.getState().load()
    void useFirstCall.getState().load()
  }, [])
  return firstRunSteps(catalog, apps, hasCall)
}
