import { Notification } from 'electron'

/** Tells the person that a question waits, where the system can show it. */
export function notifyWaiting(count: number, open: () => void): void {
  if (!Notification.isSupported()) return
  const body = count === 1 ? 'An app waits for your answer.' : `${count} calls wait for your answer.`
  const notification = new Notification({ title: 'Gatehouse', body, silent: false })
  notification.on('click', open)
  notification.show()
}
