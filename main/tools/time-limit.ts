/**
 * Runs `work` until it is done, its time is up, or whoever waits for it leaves. Work that does not listen to its
 * signal is left behind. (One controller: a call spends a third of its time in `AbortSignal.timeout` and `any`,
 * whose timers also outlive it.)
 *
 * @param ms how long it may take
 * @param leaving aborted when nobody waits any more
 * @throws DOMException TimeoutError, the reason of `leaving`, or what `work` throws
 */
export async function withinTime<T>(
  ms: number,
  leaving: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  leaving?.throwIfAborted()
  const controller = new AbortController()
  const { signal } = controller
  const leave = (): void => controller.abort(leaving?.reason)
  const timer = setTimeout(() => controller.abort(new DOMException('Time is up.', 'TimeoutError')), ms)
  leaving?.addEventListener('abort', leave, { once: true })
  try {
    return await new Promise<T>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
      work(signal).then(resolve, reject)
    })
  } finally {
    clearTimeout(timer)
    leaving?.removeEventListener('abort', leave)
  }
}
