import { Agent, request } from 'node:http'
import { parentPort } from 'node:worker_threads'

/** Runs in a worker, so that the client's work is not counted as the server's. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const once = ({ url, headers, body }) =>
  new Promise((resolve, reject) => {
    const started = process.hrtime.bigint()
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () =>
        resolve({ ms: Number(process.hrtime.bigint() - started) / 1e6, status: response.statusCode, text }),
      )
    })
    call.on('error', reject)
    call.end(body)
  })

parentPort.on('message', async ({ target, calls }) => {
  const times = []
  let last
  for (let index = 0; index < calls; index += 1) {
    last = await once(target)
    times.push(last.ms)
  }
  parentPort.postMessage({ times, status: last.status, text: last.text })
})
