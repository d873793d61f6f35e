import { say } from './progress.mjs'

/**
 * Runs a script and ends the process with its exit code; an error is told in its own words.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    say(`\n${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
