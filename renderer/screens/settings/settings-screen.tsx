import { text } from '../../text.ts'
import { Page, Section } from '../../ui/page.tsx'
import { VaultPanel } from './vault-panel.tsx'

export function SettingsScreen() {
  return (
    <Page title={text.settings.title} lead={text.settings.lead}>
      <Section title={text.settings.vault} note={text.settings.vaultNote}>
        <VaultPanel />
      </Section>
    </Page>
  )
}
