import type { Approval } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { InertBlock, InertText } from '../ui/inert-text.tsx'
import styles from './approval.module.css'

/** Every argument, none left out, none interpreted. */
export function ApprovalFields({ fields }: Pick<Approval, 'fields'>) {
  if (fields.length === 0) return <p className={styles['none']}>{text.approval.noArguments}</p>
  return (
    <section aria-label={text.approval.arguments}>
      <h3 className={styles['caption']}>{text.approval.arguments}</h3>
      <dl className={styles['fields']}>
        {fields.map(({ path, text }, index) => (
          <div key={index} data-testid="approval-field">
            <dt>
              <InertText>{path}</InertText>
            </dt>
            <dd>
              <InertBlock label={path} value={text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
