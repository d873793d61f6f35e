import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import type { App } from '../../../preload/contract/shapes.ts'
import type { NewToken } from '../../state/apps.ts'
import { text } from '../../text.ts'
import { Panel } from '../../ui/panel.tsx'
import { formatAgo } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { AppActions } from './app-actions.tsx'
import { AppExposure } from './app-exposure.tsx'
import { AppLimits } from './app-limits.tsx'
import { AppTokenUse, TokensToday } from './app-token-use.tsx'
import { AppPolicy } from '../rules/app-policy.tsx'
import styles from './apps.module.css'
import { Toolkits } from './toolkits.tsx'

const MINUTE_MS = 60_000

interface AppCardProps {
  readonly app: App
  readonly startOpen: boolean
  readonly onToken: (made: NewToken) => void
}

/** One app: closed it is a line, open it shows everything that can be set. */
export function AppCard({ app, startOpen, onToken }: AppCardProps) {
  const [open, setOpen] = useState(startOpen)
  const bodyId = useId()
  return (
    <Panel>
      <h2>
        <button
          type="button"
          className={styles['head']}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          <span className={styles['initial']} aria-hidden>
            {String.fromCodePoint(app.name.codePointAt(0) ?? 0).toUpperCase()}
          </span>
          <span className={styles['name']}>
            <bdi>{app.name}</bdi>
            <span className={styles['faint']}>
              <Seen at={app.lastSeenAt} />
              <TokensToday app={app} />
            </span>
          </span>
          <span className={styles['faint']}>{text.apps.enabled(app.toolkits.length)}</span>
          <ChevronDown size={16} aria-hidden />
        </button>
      </h2>
      {open && (
        <div id={bodyId} className={styles['body']}>
          <Toolkits app={app} />
          <AppPolicy app={app} />
          <AppExposure app={app} />
          <AppTokenUse app={app} />
          <AppLimits app={app} />
          <AppActions app={app} onToken={onToken} />
        </div>
      )}
    </Panel>
  )
}

function Seen({ at }: { readonly at: string | null }) {
  const now = useNow(MINUTE_MS)
  return <>{at === null ? text.apps.neverSeen : text.apps.lastSeen(formatAgo(at, now))}</>
}
