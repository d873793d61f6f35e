import { useEffect, useState } from 'react'
import type { BridgePlace } from '../../../preload/contract/preferences.ts'
import { restartBridge, useBridge, useBridgePlace } from '../../state/bridge.ts'
import { showToast } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Status } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './settings.module.css'

/** Where apps reach Gatehouse, whether they do, and what to do when not. */
export function BridgePanel() {
  const { value: place, problem, load } = useBridgePlace()
  const words = text.program.bridge
  useEffect(() => void useBridgePlace.getState().load(), [])
  return (
    <Section title={words.title} note={words.note}>
      {problem && <ProblemNotice problem={problem} onRetry={() => void load()} />}
      {place === null ? (
        problem === null && <Skeleton rows={3} />
      ) : (
        <Panel>
          <StateRow />
          <PlaceRow place={place} />
        </Panel>
      )}
    </Section>
  )
}

function StateRow() {
  const status = useBridge(({ value }) => value)
  const [isAsking, setIsAsking] = useState(false)
  const words = text.program.bridge
  const isRunning = status !== null && status.url !== null && status.problem === null
  const restart = async (): Promise<void> => {
    await restartBridge()
    showToast({ kind: 'success', title: words.restarted })
  }
  return (
    <div className={styles['row']}>
      <div className={styles['words']} role="status">
        <Status tone={isRunning ? (status.isPaused ? 'amber' : 'accent') : 'red'}>
          {isRunning ? text.shell.bridgeRunning : text.shell.bridgeStopped}
        </Status>
        {isRunning && status.isPaused && <p>{`${text.program.pause.on}. ${text.program.pause.onBody}`}</p>}
        {!isRunning && <p>{status?.problem ?? words.stopped}</p>}
      </div>
      <Button onClick={() => setIsAsking(true)}>{words.restart}</Button>
      {isAsking && (
        <ConfirmDialog
          title={words.restartTitle}
          confirm={words.restart}
          onConfirm={restart}
          onClose={() => setIsAsking(false)}
        >
          {words.restartBody}
        </ConfirmDialog>
      )}
    </div>
  )
}

function PlaceRow({ place: { url, socket, discoveryFile } }: { readonly place: BridgePlace }) {
  const words = text.program.bridge
  return (
    <div className={styles['places']}>
      {url !== null && <CopyField label={words.mcp} value={`${url}/mcp`} copyLabel={words.copyMcp} />}
      {url !== null && <CopyField label={words.url} value={url} copyLabel={words.copyUrl} />}
      {socket === null ? (
        <p>{`${words.socket}: ${words.noSocket}`}</p>
      ) : (
        <CopyField label={words.socket} value={socket} copyLabel={words.copySocket} />
      )}
      <CopyField label={words.file} value={discoveryFile} copyLabel={words.copyFile} />
    </div>
  )
}
