import { create } from 'zustand'

/** Whether the window asks for the passphrase at the moment, whatever screen it is on. */
export const useUnlocking = create(() => ({ isAsking: false }))

export function askForPassphrase(): void {
  useUnlocking.setState({ isAsking: true })
}

export function stopAsking(): void {
  useUnlocking.setState({ isAsking: false })
}
