/** Where the window's own pages come from. */
export const WINDOW_ORIGIN = 'app://gatehouse'

/**
 * Only the top frame of our own page may ask for anything.
 *
 * @param sender the frame that sent a message, as Electron names it; null when it is gone
 */
export function isTrustedSender(sender: { readonly url: string; readonly parent: unknown } | null): boolean {
  if (sender === null || sender.parent !== null || !URL.canParse(sender.url)) return false
  const { protocol, host } = new URL(sender.url)
  return `${protocol}//${host}` === WINDOW_ORIGIN
}
