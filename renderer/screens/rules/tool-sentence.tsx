import { useExplanation } from '../../state/rules.ts'
import { text } from '../../text.ts'
import { InertText } from '../../ui/inert-text.tsx'
import { useNow } from '../../ui/use-now.ts'
import styles from './rules.module.css'

const MINUTE_MS = 60_000

/** What happens when the tool is called, and because of what, in one sentence. */
export function ToolSentence({ tool }: { readonly tool: string }) {
  const explanation = useExplanation(tool)
  const now = useNow(MINUTE_MS)
  if (explanation === null) return null
  return (
    <p className={styles['sentence']}>
      <InertText lines="one">{text.policy.sentence(explanation, now)}</InertText>
    </p>
  )
}
