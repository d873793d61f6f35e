import { useBridge } from '../../state/bridge.ts'
import { text } from '../../text.ts'
import { Status } from '../../ui/badge.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import styles from './sidebar.module.css'

/** Whether apps can reach the hub, and where. */
export function BridgeStatus() {
  const status = useBridge(({ value }) => value)
  const failure = useBridge(({ problem }) => problem)
  const problem = failure?.message ?? status?.problem ?? null
  const url = status?.url ?? null
  return (
    <div className={styles['bridge']} role="group" aria-label={text.shell.bridge}>
      <div role="status">
        <Status tone={problem !== null ? 'red' : url === null ? 'neutral' : 'accent'}>
          {stateOf(problem, url)}
        </Status>
        {problem === null ? (
          url !== null && <code>{url.replace(/^https?:\/\//u, '')}</code>
        ) : (
          <p>{problem}</p>
        )}
      </div>
      {problem === null && url !== null && <CopyButton value={url} label={text.shell.copyAddress} />}
    </div>
  )
}

function stateOf(problem: string | null, url: string | null): string {
  if (problem !== null) return text.shell.bridgeStopped
  return url === null ? text.shell.bridgeStarting : text.shell.bridgeRunning
}
