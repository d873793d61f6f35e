import { spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { parentPort } from 'node:worker_threads'

/** Runs in a worker, so that the client's work is not counted as the server's. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const overHttp = ({ url, headers, body }) =>
  new Promise((resolve, reject) => {
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
    call.end(body)
  })

let program
let lines

/** One program serves all calls; it ends when this worker does, since its input closes. */
const overStdio = ({ command, env, body }) =>
  new Promise((resolve) => {
    program ??= spawn(command[0], command.slice(1), { env, stdio: ['pipe', 'pipe', 'inherit'] })
    lines ??= createInterface({ input: program.stdout })
    const started = performance.now()
    lines.once('line', (text) => resolve({ ms: performance.now() - started, status: 200, text }))
    program.stdin.write(`${body}\n`)
  })

parentPort.on('message', async ({ target, calls }) => {
  const times = []
  let last
  for (let index = 0; index < calls; index += 1) {
    last = await (target.command === undefined ? overHttp(target) : overStdio(target))
    times.push(last.ms)
  }
  parentPort.postMessage({ times, status: last.status, text: last.text })
})
