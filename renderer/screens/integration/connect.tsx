import type { AuthMethod, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { text } from '../../text.ts'
import { Section } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { BrowserMethod } from './browser-method.tsx'
import styles from './integration.module.css'
import { KeyForm, type KeyMethod } from './key-form.tsx'

/** Every way to connect an account; what works without preparation comes first. */
export function Connect({ detail }: { readonly detail: IntegrationDetail }) {
  const methods = detail.auth.toSorted((a, b) => Number(needsSetUp(a)) - Number(needsSetUp(b)))
  const title = detail.connections.length > 0 ? text.connect.another : text.connect.title
  return (
    <Section title={title}>
      <Panel>
        {methods.map((method) => (
          <div key={method.type} className={styles['method']}>
            {method.type === 'oauth2' ? (
              <BrowserMethod detail={detail} method={method} />
            ) : (
              <FormWay detail={detail} method={method} />
            )}
          </div>
        ))}
      </Panel>
    </Section>
  )
}

function FormWay({ detail, method }: { readonly detail: IntegrationDetail; readonly method: KeyMethod }) {
  const isOneKey = method.fields.length === 1
  const { keyTitle, keyBody, formTitle, formBody } = text.connect
  return (
    <>
      <h3>{isOneKey ? keyTitle(method.label) : formTitle(method.label)}</h3>
      <p className={styles['soft']}>{isOneKey ? keyBody : formBody}</p>
      <KeyForm detail={detail} method={method} />
    </>
  )
}

const needsSetUp = (method: AuthMethod): boolean => method.type === 'oauth2' && method.client === 'missing'
