import { readFileSync, statSync } from 'node:fs'

const USAGE = 'The only option is --token-file <path>; otherwise the token comes from GATEHOUSE_TOKEN.'
const FORM = /^[\w.~+/=-]{1,200}$/

/** A token, or one sentence on why there is none. The sentence never repeats what was given. */
export type TokenOrProblem = { readonly token: string } | { readonly problem: string }

interface Given {
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly system: NodeJS.Platform
}

/** Finds the app's token. It never comes as an argument: every program of the computer can read those. */
export function findToken({ args, environment, system }: Given): TokenOrProblem {
  const [option, path, ...more] = args
  if (option === undefined) return checked(environment['GATEHOUSE_TOKEN'], 'GATEHOUSE_TOKEN')
  if (option !== '--token-file' || path === undefined || more.length > 0) return { problem: USAGE }
  try {
    const isOpenToOthers = system !== 'win32' && (statSync(path).mode & 0o077) !== 0
    if (isOpenToOthers)
      return { problem: 'Others can read the token file. Run chmod 600 on it, then try again.' }
    return checked(readFileSync(path, 'utf8'), 'The token file')
  } catch {
    return { problem: 'The token file cannot be read. Check the path after --token-file.' }
  }
}

function checked(given: string | undefined, where: string): TokenOrProblem {
  const token = given?.trim() ?? ''
  if (token === '') {
    return { problem: `${where} holds no token. In Gatehouse, open Apps, add this app and copy its token.` }
  }
  if (!FORM.test(token)) return { problem: `${where} does not hold a token as Gatehouse makes them.` }
  return { token }
}
