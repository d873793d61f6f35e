import type { IncomingMessage } from 'node:http'

/**
 * Hands on each JSON-RPC message of a response as it comes, each on one line: a stream's events, or the one body.
 *
 * @returns once the response has ended
 * @throws when it broke off
 */
export function readAnswer(response: IncomingMessage, onMessage: (line: string) => void): Promise<void> {
  const isStream = isEventStream(response)
  const events = createEvents(onMessage)
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => (isStream ? events(chunk) : (text += chunk)))
  return new Promise((resolve, reject) => {
    response.once('end', () => {
      if (!isStream && text !== '') onMessage(oneLine(text))
      resolve()
    })
    response.on('error', reject)
    response.once('close', () => reject(new Error('The response broke off.')))
  })
}

export function isEventStream({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('text/event-stream') === true
}

/**
 * Cuts server-sent events out of a stream of text (HTML Living Standard, 9.2.6), of which only the data matter here.
 *
 * @returns takes the next chunk
 */
export function createEvents(onData: (line: string) => void): (chunk: string) => void {
  let rest = ''
  let data: string[] = []
  const take = (line: string): void => {
    if (line.startsWith('data:')) data.push(line.slice(5))
    if (line !== '' || data.length === 0) return
    onData(oneLine(data.join('\n')))
    data = []
  }
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line.endsWith('\r') ? line.slice(0, -1) : line)
  }
}

/** JSON has line breaks between its parts only; inside a text they are escaped. */
function oneLine(json: string): string {
  return json.replaceAll(/[\r\n]+/g, ' ').trim()
}
