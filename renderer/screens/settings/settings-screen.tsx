import { text } from '../../text.ts'
import { Page, Section } from '../../ui/page.tsx'
import { BackupPanel } from './backup-panel.tsx'
import { BridgePanel } from './bridge-panel.tsx'
import { ForgettingPanel } from './forgetting-panel.tsx'
import { GeneralPanel } from './general-panel.tsx'
import { VaultPanel } from './vault-panel.tsx'
import { WorkspacesPanel } from './workspaces-panel.tsx'

export function SettingsScreen() {
  return (
    <Page title={text.settings.title} lead={text.settings.lead}>
      <GeneralPanel />
      <BridgePanel />
      <Section title={text.settings.vault} note={text.settings.vaultNote}>
        <VaultPanel />
      </Section>
      <ForgettingPanel />
      <WorkspacesPanel />
      <BackupPanel />
    </Page>
  )
}
