import type { Theme } from '../../../preload/contract/preferences.ts'
import { request } from '../../hub.ts'
import { pauseApps, restartBridge, useBridge } from '../../state/bridge.ts'
import { goTo } from '../../state/navigation.ts'
import { showShortcuts } from '../../state/palette.ts'
import { setTheme } from '../../state/preferences.ts'
import { findByWords, findSection, reveal } from '../../state/reveal.ts'
import { attempt } from '../../state/toasts.ts'
import { changeVault, useVault } from '../../state/vault.ts'
import { showWorkspace } from '../../state/workspaces.ts'
import { text } from '../../text.ts'
import type { PaletteActions, PaletteEntry } from './entries.ts'

/** Goes where an entry leads, and points at it there. */
export const paletteActions: PaletteActions = {
  goToSection: (screen) => goTo({ screen }),
  goToSetting(title) {
    goTo({ screen: 'settings' })
    reveal(() => findSection(title))
  },
  goToIntegration: (integrationId) => goTo({ screen: 'integration', integrationId }),
  checkConnection(integrationId) {
    goTo({ screen: 'integration', integrationId })
    reveal(
      () => document.querySelector<HTMLElement>(`main button[aria-label^="${text.doctor.check}"]`),
      press,
    )
  },
  goToTool({ tool, integrationId }) {
    goTo({ screen: 'integration', integrationId })
    reveal(
      () => findByWords('h3 code', tool),
      (name) =>
        name.closest('li, [class]')?.parentElement?.querySelector<HTMLElement>('button, input')?.focus(),
    )
  },
  goToApp({ name }) {
    goTo({ screen: 'apps' })
    reveal(() => findByWords('h2 button bdi', name)?.closest('button'), openFolded)
  },
  showWorkspace(id) {
    goTo({ screen: 'catalog' })
    void attempt(() => showWorkspace(id))
  },
}

/** What can be done from anywhere, as things are now. */
export function commandEntries(): readonly PaletteEntry[] {
  return [...bridgeCommands(), ...safetyCommands(), ...themeCommands(), ...programCommands()]
}

const command = (id: string, name: string, also: string, run: () => void): PaletteEntry => ({
  id: `command-${id}`,
  kind: 'action',
  name,
  also,
  run,
})

function bridgeCommands(): readonly PaletteEntry[] {
  const { palette, bridge } = text.program
  const url = useBridge.getState().value?.url ?? null
  const copy = (value: string): void =>
    void attempt(() => request('clipboard.copy', { text: value }), palette.addressCopied)
  const restart = (): void => void attempt(restartBridge, bridge.restarted)
  return [
    ...(url === null
      ? []
      : [command('copy', palette.copyAddress, palette.words.copy, () => copy(`${url}/mcp`))]),
    command('restart', palette.restartBridge, '', restart),
  ]
}

function safetyCommands(): readonly PaletteEntry[] {
  const { palette, pause } = text.program
  const isPaused = useBridge.getState().value?.isPaused === true
  const canLock = useVault.getState().value?.can.includes('lock') === true
  const verify = (): void => {
    goTo({ screen: 'activity' })
    reveal(() => findByWords('button', text.activity.verify), press)
  }
  const lock = (): void => void attempt(() => changeVault('vault.lock', {}), text.settings.locked)
  return [
    command(
      'pause',
      isPaused ? pause.resume : pause.off,
      palette.words.pause,
      () => void attempt(() => pauseApps(!isPaused)),
    ),
    ...(canLock ? [command('lock', palette.lock, palette.words.lock, lock)] : []),
    command('verify', palette.verify, palette.words.verify, verify),
  ]
}

function themeCommands(): readonly PaletteEntry[] {
  const { palette, general } = text.program
  return (Object.keys(general.themes) as Theme[]).map((theme) =>
    command(
      `theme-${theme}`,
      palette.theme(general.themes[theme]),
      palette.words.theme,
      () => void attempt(() => setTheme(theme)),
    ),
  )
}

function programCommands(): readonly PaletteEntry[] {
  const { palette } = text.program
  return [
    { ...command('shortcuts', palette.shortcuts, palette.words.shortcuts, showShortcuts), keys: '?' },
    command('quit', palette.quit, palette.words.quit, () => void attempt(() => request('program.quit', {}))),
  ]
}

function press(button: HTMLElement): void {
  button.focus()
  button.click()
}

function openFolded(button: HTMLElement): void {
  button.focus()
  if (button.getAttribute('aria-expanded') === 'false') button.click()
}
