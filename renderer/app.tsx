import { ApprovalDialog } from './approvals/approval-dialog.tsx'
import { ApprovalWindow } from './approvals/approval-window.tsx'
import { PairingDialog } from './pairing/pairing-dialog.tsx'
import { Shell } from './screens/shell/shell.tsx'
import { useNavigation } from './state/navigation.ts'

/** The window: the whole hub, or nothing but the question when main opened it for that. */
export function App() {
  const alone = useNavigation(({ place }) => place.screen === 'approval')
  if (alone) return <ApprovalWindow />
  return (
    <>
      <Shell />
      <PairingDialog />
      <ApprovalDialog />
    </>
  )
}
