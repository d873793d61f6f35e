import type { Approval } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { InertBlock, InertText } from '../ui/inert-text.tsx'
import styles from './approval.module.css'

/** Every argument, none left out, none interpreted. */
export function ApprovalFields({ fields, preview }: Pick<Approval, 'fields' | 'preview'>) {
  if (fields.length === 0) return <p className={styles['none']}>{text.approval.noArguments}</p>
  const caption = preview === null ? text.approval.arguments : text.approval.allArguments
  return (
    <section aria-label={caption}>
      <h3 className={styles['caption']}>{caption}</h3>
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
