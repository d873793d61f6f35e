import { z } from 'zod'

/** What the button of a line does. */
export const doctorAction = z.enum([
  'none',
  /** Runs the checks again. */
  'retry',
  /** Says how to get a working keychain. */
  'open_keychain_help',
  /** Shows where the key of the vault is looked after. */
  'open_settings',
  /** Opens the form for the person's own OAuth client. */
  'enter_client',
  /** Opens the provider's page with the person's OAuth apps. */
  'open_console',
  'copy_redirect_uri',
  'reconnect',
  /** Makes this app the one that opens the links of its scheme. */
  'register_protocol',
])
export type DoctorAction = z.infer<typeof doctorAction>

export const doctorLine = z.object({
  id: z.string(),
  title: z.string(),
  /** `note`: nothing is known to be wrong; `skipped`: it could not be looked at. */
  state: z.enum(['ok', 'problem', 'note', 'skipped']),
  /** What is the case, and for a problem what to do. */
  sentence: z.string(),
  action: doctorAction,
})
export type DoctorLine = z.infer<typeof doctorLine>

export const checkup = z.object({
  lines: z.array(doctorLine),
  /** The lines as plain text to pass on, without secrets and without the account's name. */
  report: z.string(),
})
export type Checkup = z.infer<typeof checkup>
