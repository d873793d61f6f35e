import { spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { parentPort } from 'node:worker_threads'

/** Runs in a worker, so that the client's work is not counted as the server's. */
const agent = new Agent({ keepAlive: true })

let lastId = 1

/** Calls that are in flight together have to differ in their ids. */
const withOwnId = (body) => body.replace('"id":1,', `"id":${(lastId += 1)},`)

const overHttp = ({ url, headers, body }) =>
  new Promise((resolve, reject) => {
    const sent = withOwnId(body)
    const started = performance.now()
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () =>
        resolve({ ms: performance.now() - started, status: response.statusCode, text }),
      )
    })
    call.on('error', reject)
    call.end(sent)
  })

const programs = new Map()

/** One program for each command serves all its calls; it ends when this worker does, since its input closes. */
function programOf({ command, env, first = [] }) {
  const key = command.join(' ')
  const known = programs.get(key)
  if (known !== undefined) return known
  const child = spawn(command[0], command.slice(1), { env, stdio: ['pipe', 'pipe', 'ignore'] })
  const program = { child, lines: createInterface({ input: child.stdout }) }
  programs.set(key, program)
  for (const line of first) child.stdin.write(`${line}\n`)
  return program
}

const overStdio = (target) =>
  new Promise((resolve) => {
    const { child, lines } = programOf(target)
    const sent = withOwnId(target.body)
    const started = performance.now()
    const read = (text) => {
      // What a program says of itself, or answers to the handshake, is not the call's answer.
      if (!text.includes('"content"')) return
      lines.off('line', read)
      resolve({ ms: performance.now() - started, status: 200, text })
    }
    lines.on('line', read)
    child.stdin.write(`${sent}\n`)
  })

parentPort.on('message', async ({ target, calls, inFlight = 1 }) => {
  const times = []
  let left = calls
  let last
  const started = performance.now()
  const caller = async () => {
    while (left > 0) {
      left -= 1
      last = await (target.command === undefined ? overHttp(target) : overStdio(target))
      times.push(last.ms)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, caller))
  parentPort.postMessage({ times, ms: performance.now() - started, status: last.status, text: last.text })
})
