import { homedir } from 'node:os'
import { createBridgeLink, createBrokenLink } from './bridge-link.ts'
import { dataFolder } from './data-folder.ts'
import { createLines } from './lines.ts'
import { endWithParent } from './orphan-watch.ts'
import { createShim } from './shim.ts'
import { findToken } from './token.ts'

/** Above what the bridge takes, so that it can refuse by the message's id; far above is dropped unread. */
const MOST_BYTES_A_LINE = 16 * 1_024 * 1_024

/**
 * MCP over stdin and stdout, for clients that only start processes. What it tells is English in every language of the
 * window: it goes into the log of a program, for whoever looks for its faults.
 */
function main(): void {
  const { argv, env: environment, platform: system, stdin, stdout, stderr } = process
  const tell = (sentence: string): void => void stderr.write(`${sentence}\n`)
  const end = (): void => process.exit(0)
  endWithParent(end)
  const folder = dataFolder({ system, environment, home: homedir() })
  const found = findToken({ args: argv.slice(2), environment, system })
  if ('problem' in found) tell(found.problem)
  const link =
    'problem' in found ? createBrokenLink(found.problem) : createBridgeLink({ ...found, folder, tell })
  const { receive, refuseLongLine } = createShim({ link, write: (line) => void stdout.write(`${line}\n`) })
  stdin.on('data', createLines({ onLine: receive, onTooLong: refuseLongLine }, MOST_BYTES_A_LINE))
  // Whoever started this has gone, or wants no more.
  for (const event of ['end', 'close', 'error']) stdin.once(event, end)
  stdout.once('error', end)
  stderr.on('error', () => undefined)
}

main()
