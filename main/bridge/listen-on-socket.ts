import { chmodSync, mkdirSync, rmSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { isTaken, listen } from './listen.ts'

/**
 * Listens on a Unix socket that only this person can reach, or on a Windows pipe.
 * A socket that a process left behind when it died is replaced; one that answers is not.
 *
 * @param path where `socketPath` says
 * @throws when another process listens there, or the folder is not this person's alone
 */
export async function listenOnSocket(server: Server, path: string): Promise<void> {
  if (path.startsWith('\\\\.\\pipe\\')) return await listen(server, { path })
  makeFolder(dirname(path))
  try {
    await listen(server, { path })
  } catch (error) {
    if (!isTaken(error) || (await answers(path))) throw error
    rmSync(path, { force: true })
    await listen(server, { path })
  }
  chmodSync(path, 0o600)
}

/** The data folder is there; a folder elsewhere is made, or was made by an earlier start. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = statSync(folder)
  // Where everybody may make folders, somebody else could have made this one.
  if (uid === process.getuid?.() && (mode & 0o022) === 0) return
  throw new Error('The folder of the bridge’s socket belongs to somebody else.')
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path })
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
