import { CircleAlert, CircleCheck, CircleDashed, Info } from 'lucide-react'
import { useState } from 'react'
import type { DoctorAction, DoctorLine } from '../../../preload/contract/doctor.ts'
import type { IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { request } from '../../hub.ts'
import { goTo } from '../../state/navigation.ts'
import { attempt } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { Row } from '../../ui/panel.tsx'
import styles from './doctor.module.css'

const STATES = {
  ok: { icon: CircleCheck, tone: 'accent' },
  problem: { icon: CircleAlert, tone: 'red' },
  note: { icon: Info, tone: 'neutral' },
  skipped: { icon: CircleDashed, tone: 'neutral' },
} as const

/** What the buttons of the lines lead to. */
export interface WaysOut {
  readonly detail: IntegrationDetail
  readonly runAgain: () => void
  readonly onReconnect: () => void
  readonly onEnterClient: () => void
  readonly onClose: () => void
}

interface LineProps {
  readonly line: DoctorLine
  readonly ways: WaysOut
}

/** One line: a picture and a word for its state, the sentence, and the button that helps. */
export function DoctorLineRow({ line, ways }: LineProps) {
  const { title, state, sentence, action } = line
  const [helping, setHelping] = useState(false)
  const { icon: Icon, tone } = STATES[state]
  return (
    <Row>
      <div className={styles['line']} data-tone={tone}>
        <Icon size={17} aria-hidden />
        <div className={styles['words']}>
          <h3>
            {title}
            {state === 'ok' ? (
              <span className="visually-hidden">{text.doctor.states.ok}</span>
            ) : (
              <Badge tone={tone}>{text.doctor.states[state]}</Badge>
            )}
          </h3>
          <p>
            <InertText lines="one">{sentence}</InertText>
          </p>
        </div>
        {action === 'open_keychain_help' ? (
          <Button size="small" aria-expanded={helping} onClick={() => setHelping(!helping)}>
            {text.doctor.actions.open_keychain_help}
          </Button>
        ) : (
          <WayOut line={line} ways={ways} />
        )}
      </div>
      {helping && <KeychainHelp />}
    </Row>
  )
}

function WayOut({ line: { title, action }, ways }: LineProps) {
  if (action === 'none' || action === 'open_keychain_help') return null
  if (action === 'copy_redirect_uri') return <CopyRedirectUri detail={ways.detail} />
  if (action === 'register_protocol') return <RegisterProtocol title={title} runAgain={ways.runAgain} />
  const label = text.doctor.actions[action]
  return (
    <Button size="small" aria-label={text.doctor.actionNamed(label, title)} onClick={() => DO[action](ways)}>
      {label}
    </Button>
  )
}

type PlainAction = Exclude<
  DoctorAction,
  'none' | 'open_keychain_help' | 'copy_redirect_uri' | 'register_protocol'
>

const DO: Readonly<Record<PlainAction, (ways: WaysOut) => void>> = {
  retry: ({ runAgain }) => runAgain(),
  reconnect: ({ onReconnect }) => onReconnect(),
  enter_client: ({ onEnterClient }) => onEnterClient(),
  open_console: ({ detail }) =>
    void attempt(() => request('integrations.openPage', { integrationId: detail.id, page: 'console' })),
  open_settings({ onClose }) {
    onClose()
    goTo({ screen: 'settings' })
  },
}

function CopyRedirectUri({ detail }: { readonly detail: IntegrationDetail }) {
  const method = detail.auth.find(({ type }) => type === 'oauth2')
  if (method?.type !== 'oauth2') return null
  return <CopyButton value={method.redirectUri} label={text.connect.copyRedirectUri} />
}

interface RegisterProtocolProps {
  readonly title: string
  readonly runAgain: () => void
}

/** Only main can ask the system; where it says no, the person has to. */
function RegisterProtocol({ title, runAgain }: RegisterProtocolProps) {
  const [refused, setRefused] = useState(false)
  const register = useAction(async () => {
    const { done } = await request('doctor.act', { action: 'register_protocol' })
    setRefused(!done)
    if (done) runAgain()
  })
  const label = text.doctor.actions.register_protocol
  return (
    <>
      <Button
        size="small"
        busy={register.busy}
        aria-label={text.doctor.actionNamed(label, title)}
        onClick={() => void register.run()}
      >
        {label}
      </Button>
      {(refused || register.problem) && (
        <p role="alert" className={styles['refused']}>
          {text.doctor.notRegistered}
        </p>
      )}
    </>
  )
}

function KeychainHelp() {
  return (
    <ul className={styles['help']}>
      {text.doctor.keychainHelp.map((way) => (
        <li key={way}>{way}</li>
      ))}
    </ul>
  )
}
