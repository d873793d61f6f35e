import { useCatalog } from '../../state/catalog.ts'
import { firstConnected } from '../../state/first-run.ts'
import { goTo } from '../../state/navigation.ts'
import { findSection, reveal } from '../../state/reveal.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import styles from './first-run.module.css'

/** What the next step is about, and the way to it. */
export function StepBody({ step }: { readonly step: 'account' | 'app' | 'call' }) {
  if (step === 'call') return <CallBody />
  const words = text.program.firstRun[step]
  return (
    <>
      <p>{words.body}</p>
      <Button onClick={step === 'account' ? chooseIntegration : chooseProgram}>{words.action}</Button>
    </>
  )
}

function CallBody() {
  const catalog = useCatalog(({ value }) => value)
  const words = text.program.firstRun.call
  const question = words.example(firstConnected(catalog))
  return (
    <>
      <p>{words.body}</p>
      <div className={styles['question']}>
        <q>{question}</q>
        <CopyButton value={question} label={words.copy} />
      </div>
      <p role="status" className={styles['waiting']}>
        {words.waiting}
      </p>
    </>
  )
}

function chooseIntegration(): void {
  goTo({ screen: 'catalog' })
  reveal(() => document.querySelector<HTMLElement>('main input[type=search]'))
}

function chooseProgram(): void {
  goTo({ screen: 'apps' })
  reveal(() => findSection(text.clients.title)?.querySelector<HTMLElement>('button'))
}
