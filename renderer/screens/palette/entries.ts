import type { ToolName } from '../../../preload/contract/preferences.ts'
import type { App, CatalogEntry } from '../../../preload/contract/shapes.ts'
import type { Workspace } from '../../../preload/contract/workspace.ts'
import { SECTIONS, type SectionName } from '../shell/sections.ts'
import { text } from '../../text.ts'

export type EntryKind = keyof typeof text.program.palette.kinds

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string
  readonly kind: EntryKind
  readonly name: string
  /** What else somebody may call it. */
  readonly also: string
  /** Below 1: there are many of its kind, which others go before. */
  readonly weight?: number
  /** The keys that do the same. */
  readonly keys?: string
  readonly run: () => void
}

/** What the palette can do; given to it, so that what it offers can be looked at alone. */
export interface PaletteActions {
  readonly goToSection: (section: SectionName) => void
  readonly goToSetting: (title: string) => void
  readonly goToIntegration: (integrationId: string) => void
  readonly checkConnection: (integrationId: string) => void
  readonly goToTool: (tool: ToolName) => void
  readonly goToApp: (app: App) => void
  readonly showWorkspace: (workspaceId: string) => void
}

interface PaletteWorld {
  readonly catalog: readonly CatalogEntry[]
  readonly apps: readonly App[]
  readonly tools: readonly ToolName[]
  readonly workspaces: readonly Workspace[]
}

/** Hundreds of tools begin like the integration they belong to. */
const TOOL_WEIGHT = 0.7

/** Everywhere one can go, and everything there is. */
export function placeEntries(world: PaletteWorld, actions: PaletteActions): readonly PaletteEntry[] {
  return [
    ...sectionEntries(actions),
    ...settingEntries(actions),
    ...workspaceEntries(world.workspaces, actions),
    ...integrationEntries(world.catalog, actions),
    ...appEntries(world.apps, actions),
    ...toolEntries(world, actions),
  ]
}

function sectionEntries({ goToSection }: PaletteActions): readonly PaletteEntry[] {
  return SECTIONS.map((section, index) => ({
    id: `section-${section}`,
    kind: 'section',
    name: text[section].title,
    also: '',
    keys: String(index + 1),
    run: () => goToSection(section),
  }))
}

function settingEntries({ goToSetting }: PaletteActions): readonly PaletteEntry[] {
  const { general, bridge, backup, palette } = text.program
  const settings = [
    { name: general.title, also: `${general.theme} ${general.login}` },
    { name: bridge.title, also: `${bridge.socket} ${palette.words.copy}` },
    { name: text.settings.vault, also: `${text.settings.passphrase} ${text.program.palette.words.vault}` },
    { name: backup.title, also: palette.words.backup },
    { name: text.forgetting.title, also: '' },
    { name: text.workspaces.title, also: '' },
  ]
  return settings.map(({ name, also }) => ({
    id: `setting-${name}`,
    kind: 'setting',
    name,
    also,
    run: () => goToSetting(name),
  }))
}

function workspaceEntries(
  workspaces: readonly Workspace[],
  { showWorkspace }: PaletteActions,
): readonly PaletteEntry[] {
  return workspaces
    .filter(({ isCurrent }) => !isCurrent)
    .map(({ id, name }) => ({
      id: `workspace-${id}`,
      kind: 'workspace',
      name: text.program.palette.workspace(name),
      also: '',
      run: () => showWorkspace(id),
    }))
}

function integrationEntries(
  catalog: readonly CatalogEntry[],
  { goToIntegration, checkConnection }: PaletteActions,
): readonly PaletteEntry[] {
  const { connect, connected, check } = text.program.palette
  return catalog.flatMap(({ id, name, description, category, accounts }) => {
    const hasAccount = accounts.length > 0
    const also = [
      description,
      text.catalog.category(category),
      ...accounts.map((account) => account.name),
    ].join(' ')
    const open: PaletteEntry = {
      id: `integration-${id}`,
      kind: 'integration',
      name: hasAccount ? connected(name) : connect(name),
      also,
      run: () => goToIntegration(id),
    }
    const look: PaletteEntry = {
      id: `check-${id}`,
      kind: 'action',
      name: check(name),
      also: '',
      run: () => checkConnection(id),
    }
    return hasAccount ? [open, look] : [open]
  })
}

function appEntries(apps: readonly App[], { goToApp }: PaletteActions): readonly PaletteEntry[] {
  return apps.map((app) => ({
    id: `app-${app.id}`,
    kind: 'app',
    name: app.name,
    also: '',
    run: () => goToApp(app),
  }))
}

function toolEntries(
  { tools, catalog }: PaletteWorld,
  { goToTool }: PaletteActions,
): readonly PaletteEntry[] {
  const names = new Map(catalog.map(({ id, name }) => [id, name]))
  return tools.map((tool) => ({
    id: `tool-${tool.tool}`,
    kind: 'tool',
    weight: TOOL_WEIGHT,
    name: tool.tool,
    also: names.get(tool.integrationId) ?? '',
    run: () => goToTool(tool),
  }))
}
