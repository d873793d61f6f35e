import { app } from 'electron'

/**
 * Takes links of the app's own scheme, however they arrive: with the first start, from a second instance
 * (Linux, Windows) or by the system (macOS). All end in `receive`.
 *
 * @param scheme without the colon
 */
export function takeLinks(scheme: string, receive: (link: string) => void): void {
  const fromArguments = (argv: readonly string[]): void => {
    const link = argv.find((argument) => argument.startsWith(`${scheme}:`))
    if (link !== undefined) receive(link)
  }
  // On Linux the scheme belongs to the desktop file that the installer, or `npm start`, has written.
  if (process.platform !== 'linux') app.setAsDefaultProtocolClient(scheme)
  app.on('second-instance', (_, argv) => fromArguments(argv))
  app.on('open-url', (event, link) => {
    event.preventDefault()
    receive(link)
  })
  fromArguments(process.argv)
}
