import type { AuthMethod, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { text } from '../../text.ts'
import { Section } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { BrowserMethod } from './browser-method.tsx'
import styles from './integration.module.css'
import { KeyForm } from './key-form.tsx'

/** Every way to connect an account; what works without preparation comes first. */
export function Connect({ detail }: { readonly detail: IntegrationDetail }) {
  const methods = detail.auth.toSorted((a, b) => Number(needsSetUp(a)) - Number(needsSetUp(b)))
  const title = detail.connections.length > 0 ? text.connect.another : text.connect.title
  return (
    <Section title={title}>
      <Panel>
        {methods.map((method) => (
          <div key={keyOf(method)} className={styles['method']}>
            {method.type === 'oauth2' ? (
              <BrowserMethod detail={detail} method={method} />
            ) : (
              <>
                <h3>{text.connect.keyTitle(method.label)}</h3>
                <p className={styles['soft']}>{text.connect.keyBody}</p>
                <KeyForm detail={detail} method={method} />
              </>
            )}
          </div>
        ))}
      </Panel>
    </Section>
  )
}

const needsSetUp = (method: AuthMethod): boolean => method.type === 'oauth2' && method.client === 'missing'

const keyOf = (method: AuthMethod): string => (method.type === 'oauth2' ? method.type : method.label)
