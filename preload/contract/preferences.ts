import { z } from 'zod'

/** `contrast` follows the system's light and dark, with stronger lines and letters. */
export const theme = z.enum(['system', 'light', 'dark', 'contrast'])
export type Theme = z.infer<typeof theme>

/** What Gatehouse speaks; `system` follows the system where it speaks that language, and is English elsewhere. */
export const languageChoice = z.enum(['system', 'en', 'de'])
export type LanguageChoice = z.infer<typeof languageChoice>
export type Language = Exclude<LanguageChoice, 'system'>

/** How Gatehouse behaves on this computer, whatever the workspace. */
export const preferences = z.object({
  theme,
  language: languageChoice,
  /** Whether the system starts Gatehouse, without a window, when the person signs in. */
  startsAtLogin: z.boolean(),
  /** The three steps of the start were done or skipped. */
  isFirstRunOver: z.boolean(),
})
export type Preferences = z.infer<typeof preferences>

/** A backup that has been read and found sound; nothing is restored yet. */
export const foundBackup = z.object({
  backupId: z.string(),
  fileName: z.string(),
  /** ISO 8601 in UTC, as `Date.toISOString` writes it. */
  createdAt: z.string(),
  version: z.string(),
  accounts: z.number(),
  apps: z.number(),
  /**
   * What opens its credentials here: `not_needed` where it has none, `here` a key this computer has, `vault_passphrase`
   * the vault's own, asked for at the start, `backup_passphrase` the one the backup was made with, `missing` nothing.
   */
  key: z.enum(['not_needed', 'here', 'vault_passphrase', 'backup_passphrase', 'missing']),
})
export type FoundBackup = z.infer<typeof foundBackup>

/** Where programs find the bridge. */
export const bridgePlace = z.object({
  url: z.string().nullable(),
  /** Unix socket or named pipe; null when only the port could be had. */
  socket: z.string().nullable(),
  /** The file that tells programs both. */
  discoveryFile: z.string(),
})
export type BridgePlace = z.infer<typeof bridgePlace>

/** A tool by name, for those who look for it. */
export const toolName = z.object({ tool: z.string(), integrationId: z.string() })
export type ToolName = z.infer<typeof toolName>
