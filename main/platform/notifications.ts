import { Notification } from 'electron'

/** Tells the person that an account has to be reconnected. */
export function notifyEnded(integration: string, account: string, open: () => void): void {
  show(
    { title: `Reconnect ${integration}`, body: `The sign-in of ${account} has ended. Calls wait for it.` },
    open,
  )
}

/** Tells the person that a question waits, where the system can show it. */
export function notifyWaiting(count: number, open: () => void): void {
  const body = count === 1 ? 'An app waits for your answer.' : `${count} calls wait for your answer.`
  show({ title: 'Gatehouse', body }, open)
}

function show(words: { readonly title: string; readonly body: string }, open: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ ...words, silent: false })
  notification.on('click', open)
  notification.show()
}
