import { expect, it } from 'vitest'
import type { Look } from './config-place.ts'
import { findNode, isDying } from './find-node.ts'

const HOME = '/home/ada'

function find(
  programs: Readonly<Record<string, string>>,
  path = '',
  environment: Record<string, string> = {},
) {
  const paths = Object.keys(programs)
  const look: Look = {
    exists: (it) => paths.includes(it),
    names: (folder) =>
      paths
        .filter((it) => it.startsWith(`${folder}/`))
        .map((it) => it.slice(folder.length + 1).split('/')[0] ?? ''),
    read: () => undefined,
  }
  return findNode({
    around: { system: 'linux', home: HOME, environment: { PATH: path, ...environment } },
    look,
    version: (it) => Promise.resolve(programs[it]),
  })
}

it('the Node.js of the system is taken, though PATH begins with one that goes away', async () => {
  const programs = {
    '/tmp/.mount_GateAbc/usr/bin/node': 'v24.0.0',
    '/home/ada/project/node_modules/.bin/node': 'v24.0.0',
    '/run/user/1000/fnm_multishells/1_2/bin/node': 'v24.0.0',
    '/home/ada/.asdf/shims/node': 'v24.0.0',
    '/usr/bin/node': 'v20.1.0',
  }
  const path = Object.keys(programs)
    .map((it) => it.replace(/\/node$/, ''))
    .join(':')
  expect(await find(programs, path)).toEqual({ path: '/usr/bin/node', isManaged: false })
})

it('a version manager’s real program is taken when there is no other, the newest one, and said to be managed', async () => {
  const nvm = (version: string): string => `${HOME}/.nvm/versions/node/${version}/bin/node`
  const programs = { [nvm('v9.9.9')]: 'v9.9.9', [nvm('v20.9.0')]: 'v20.9.0', [nvm('v22.1.0')]: 'v22.1.0' }
  expect(await find(programs, `${HOME}/.nvm/versions/node/v20.9.0/bin`)).toEqual({
    path: nvm('v22.1.0'),
    isManaged: true,
  })
})

it('a Node.js that is too old, or does not run, is none', async () => {
  expect(await find({ '/usr/bin/node': 'v18.20.0' })).toBeUndefined()
  expect(await find({ '/usr/bin/node': 'Segmentation fault' })).toBeUndefined()
})

it.each([
  '/tmp/.mount_Gateho1/usr/bin/node',
  '/private/var/folders/x/T/AppTranslocation/1/d/App.app/node',
  '/Volumes/Gatehouse/App.app/node',
  '/scratch/of/session/node',
])('%s is a path that dies', (path) => {
  expect(isDying(path, { environment: { TMPDIR: '/scratch/of/session' } })).toBe(true)
})

it('a path is not dying for a temporary folder that is the root, or begins alike', () => {
  for (const TMPDIR of ['', '/', '/opt/no']) {
    expect(isDying('/opt/node/bin/node', { environment: { TMPDIR } })).toBe(false)
  }
  expect(isDying('C:\\Temp\\node.exe', { environment: { TEMP: 'C:\\Temp' } })).toBe(true)
})
