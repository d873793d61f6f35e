const quietMilliseconds = 2_000
const lineEveryMilliseconds = 10_000

/** @param {number} startedAt milliseconds */
const elapsed = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(0)} s`

/** @param {string} line */
export const say = (line) => console.log(line)

/**
 * Shows that a quiet step is still running; returns the function that stops it.
 * @param {string} title
 * @param {number} startedAt milliseconds
 */
function runningNote(title, startedAt) {
  const inPlace = process.stdout.isTTY === true
  const show = () => {
    if (Date.now() - startedAt < quietMilliseconds) return
    if (inPlace) process.stdout.write(`\r  ${title}: ${elapsed(startedAt)} `)
    else say(`  ${title}: still running after ${elapsed(startedAt)}`)
  }
  const timer = setInterval(show, inPlace ? 1_000 : lineEveryMilliseconds)
  return () => {
    clearInterval(timer)
    if (inPlace) process.stdout.write('\r\u001b[K')
  }
}

/**
 * Runs a step that prints nothing itself: one line when it is done, a running
 * note while it takes longer than two seconds.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = Date.now()
  const stop = runningNote(title, startedAt)
  try {
    const result = await work()
    stop()
    say(`- ${title} (${elapsed(startedAt)})`)
    return result
  } catch (error) {
    stop()
    say(`- ${title}: failed after ${elapsed(startedAt)}`)
    throw error
  }
}

/**
 * Runs a stage that prints its own output, between a title and its time.
 * @param {string} title
 * @param {() => Promise<number>} work resolves to an exit code
 * @returns {Promise<number>} that exit code
 */
export async function stage(title, work) {
  const startedAt = Date.now()
  say(`\n== ${title}`)
  const exitCode = await work()
  const result = exitCode === 0 ? 'passed' : `failed with exit code ${exitCode}`
  say(`== ${title}: ${result} after ${elapsed(startedAt)}`)
  return exitCode
}
