import { reachabilityOf, useOffline } from '../../state/offline.ts'
import { text } from '../../text.ts'
import { Notice } from '../../ui/notice.tsx'
import styles from './vault-banner.module.css'

/** Says that no service can be reached, what fails and what does not; goes by itself. */
export function OfflineBanner() {
  const reachability = useOffline(reachabilityOf)
  if (reachability === 'reachable') return null
  const words = text.program.offline
  return (
    <div className={styles['banner']} role="status">
      <Notice tone="amber" title={words[reachability]}>
        <p>
          {reachability === 'offline' ? words.offlineBody : words.lostBody} {words.works}
        </p>
      </Notice>
    </div>
  )
}
