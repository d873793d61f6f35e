interface LockedNoticeDependencies {
  /** Whether the passphrase is waited for. */
  readonly isLocked: () => boolean
  /** Whether the person sees a window: it asks for the passphrase by itself. */
  readonly isWindowOpen: () => boolean
  /** Shows it. @returns takes it away again */
  readonly notify: () => () => void
}

/** Says after a start without a window that nothing works before the passphrase, once. */
export interface LockedNotice {
  /** To be called when the hub has started. */
  started(): void
  /** To be called when the vault has changed, or a window has come to the front. */
  changed(): void
}

export function createLockedNotice(dependencies: LockedNoticeDependencies): LockedNotice {
  const isNews = (): boolean => dependencies.isLocked() && !dependencies.isWindowOpen()
  let hasStarted = false
  let close: (() => void) | undefined
  return {
    started() {
      if (hasStarted) return
      hasStarted = true
      if (isNews()) close = dependencies.notify()
    },
    changed() {
      if (close === undefined || isNews()) return
      close()
      close = undefined
    },
  }
}
