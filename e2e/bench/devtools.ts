/** A browser's debugging connection, as little of it as measuring needs. */
export interface Devtools {
  /** Evaluates in the first page that is there, as soon as it is there; resolves to the value. */
  evaluateInPage(expression: string): Promise<unknown>
  /** Traces the browser while `work` goes on. @returns what the compositor did with its frames meanwhile */
  traceFrames(work: () => Promise<unknown>): Promise<TracedFrames>
  close(): void
}

/** The compositor's own account of its frames. */
export interface TracedFrames {
  /** When each was drawn, in milliseconds. */
  readonly drawn: readonly number[]
  readonly dropped: number
}

interface TraceEvent {
  readonly name: string
  /** Microseconds. */
  readonly ts: number
}

const FRAME_CATEGORIES = ['devtools.timeline.frame', 'disabled-by-default-devtools.timeline.frame']

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly targetInfo?: TargetInfo; readonly value?: readonly TraceEvent[] }
  readonly result?: {
    readonly sessionId?: string
    readonly result?: { readonly value?: unknown }
    readonly exceptionDetails?: unknown
  }
  readonly error?: { readonly message: string }
}

interface TargetInfo {
  readonly targetId: string
  readonly type: string
  readonly url: string
}

/** @param url `ws://127.0.0.1:…/devtools/browser/…`, as the process prints it */
export async function connectDevtools(url: string): Promise<Devtools> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (message: Message) => void>()
  let found: (targetId: string) => void = () => undefined
  const page = new Promise<string>((resolve) => {
    found = resolve
  })
  const traced: TraceEvent[] = []
  let traceEnded: () => void = () => undefined
  let last = 0
  const ask = (method: string, params: object, sessionId?: string): Promise<Message> => {
    last += 1
    socket.send(JSON.stringify({ id: last, method, params, ...(sessionId && { sessionId }) }))
    return new Promise((resolve) => waiting.set(last, resolve))
  }
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    if (message.method === 'Tracing.dataCollected') traced.push(...(message.params?.value ?? []))
    if (message.method === 'Tracing.tracingComplete') traceEnded()
    const target = message.params?.targetInfo
    if (target?.type === 'page' && /^(app|file):/.test(target.url)) found(target.targetId)
  })
  await new Promise((open, fail) => {
    socket.addEventListener('open', open)
    socket.addEventListener('error', fail)
  })
  await ask('Target.setDiscoverTargets', { discover: true })
  return {
    async evaluateInPage(expression) {
      const attached = await ask('Target.attachToTarget', { targetId: await page, flatten: true })
      for (;;) {
        const { result } = await ask(
          'Runtime.evaluate',
          { expression, awaitPromise: true, returnByValue: true },
          attached.result?.sessionId,
        )
        // Without a result the page has just been replaced by the one that was on its way in.
        if (result?.result !== undefined && result.exceptionDetails === undefined) return result.result.value
      }
    },
    async traceFrames(work) {
      traced.length = 0
      const traceConfig = { includedCategories: FRAME_CATEGORIES, excludedCategories: ['*'] }
      await ask('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
      await work()
      const complete = new Promise<void>((resolve) => {
        traceEnded = resolve
      })
      await ask('Tracing.end', {})
      await complete
      const named = (name: string): TraceEvent[] => traced.filter((event) => event.name === name)
      return {
        drawn: named('DrawFrame')
          .map(({ ts }) => ts / 1_000)
          .toSorted((a, b) => a - b),
        dropped: named('DroppedFrame').length,
      }
    },
    close: () => socket.close(),
  }
}
