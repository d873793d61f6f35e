import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/test-hub.ts'
import { parseDesktopEntry } from './desktop-entries.ts'
import { createLinuxProtocolHandler } from './linux-protocol-handler.ts'

const XDG_MIME = 'xdg-mime'
const SCHEME = 'app.gatehouse.test'
/** xdg-mime passes over programs that are not there. */
const PROGRAM = process.execPath
const OTHER = '/bin/sh'

/** Whether this computer has the tool that Linux desktops answer by. */
const hasXdg = ((): boolean => {
  try {
    execFileSync(XDG_MIME, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** A person's home with these programs, each of which says it opens the scheme. */
function home(programs: Readonly<Record<string, string>>, { isPackaged = true } = {}) {
  const folder = temporaryFolder()
  const environment = {
    PATH: process.env['PATH'],
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_DATA_DIRS: join(folder, 'system'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CURRENT_DESKTOP: 'X-Generic',
  }
  const applications = join(environment.XDG_DATA_HOME, 'applications')
  for (const path of [applications, environment.XDG_CONFIG_HOME]) mkdirSync(path, { recursive: true })
  for (const [id, exec] of Object.entries(programs)) {
    const text = `[Desktop Entry]\nType=Application\nName=Name of ${id}\nExec=${exec}\nMimeType=x-scheme-handler/${SCHEME};\n`
    writeFileSync(join(applications, id), text)
  }
  const choose = (id: string) =>
    execFileSync(XDG_MIME, ['default', id, `x-scheme-handler/${SCHEME}`], { env: environment })
  return {
    choose,
    handler: createLinuxProtocolHandler({ scheme: SCHEME, environment, programs: [PROGRAM], isPackaged }),
  }
}

describe.skipIf(!hasXdg)('who opens the links of the scheme', () => {
  it('is another program when the person’s desktop says so, by the name that people read', async () => {
    const { choose, handler } = home({
      'other.desktop': `${OTHER} %u`,
      'Gatehouse.desktop': `${PROGRAM} %u`,
    })
    choose('other.desktop')
    expect(await handler.owner()).toEqual({ isOurs: false, name: 'Name of other.desktop' })
  })

  it.each([
    ['a file of ours that starts a wrapper', 'gatehouse-development.desktop', `${OTHER} wrapper %u`],
    ['a file of whatever name that starts this program', 'appimage_12.desktop', `"${PROGRAM}" --flag %u`],
  ])('is this app with %s', async (_, id, exec) => {
    const { choose, handler } = home({ [id]: exec })
    choose(id)
    expect(await handler.owner()).toMatchObject({ isOurs: true })
  })

  it('is nobody with an installed copy, and unknown to one that was only started', async () => {
    expect(await home({}).handler.owner()).toEqual({ isOurs: false, name: null })
    expect(await home({}, { isPackaged: false }).handler.owner()).toEqual({ isOurs: null, name: null })
  })

  it('becomes this app on demand', async () => {
    const { choose, handler } = home({
      'other.desktop': `${OTHER} %u`,
      'Gatehouse.desktop': `${PROGRAM} %u`,
    })
    choose('other.desktop')
    expect(await handler.register()).toBe(true)
    expect(await handler.owner()).toEqual({ isOurs: true, name: 'Name of Gatehouse.desktop' })
  })

  it('cannot become an app that no desktop file speaks of, and is not said to', async () => {
    const { choose, handler } = home({ 'other.desktop': `${OTHER} %u` })
    choose('other.desktop')
    expect(await handler.register()).toBe(false)
    expect(await handler.owner()).toMatchObject({ isOurs: false })
  })
})

it('a desktop without the tool tells nothing, and nothing breaks', async () => {
  const environment = { PATH: '/nonexistent', HOME: '/nonexistent' }
  const handler = createLinuxProtocolHandler({ scheme: SCHEME, environment, programs: [], isPackaged: true })
  expect(await handler.owner()).toEqual({ isOurs: null, name: null })
  expect(await handler.register()).toBe(false)
})

describe('a desktop file', () => {
  it('is read in its own group only: actions have names and programs too', () => {
    const text =
      '# made by hand\n[Desktop Entry]\nName[de]=Anders\nName = One\nExec=one %u\n[Desktop Action new]\nName=Two\nExec=two\nMimeType=a/b;\n'
    expect(parseDesktopEntry('one.desktop', text)).toEqual({
      id: 'one.desktop',
      name: 'One',
      program: 'one',
      types: [],
    })
  })

  it.each([
    ['"/opt/My App/app" --x %u', '/opt/My App/app'],
    ['"/opt/a\\\\$b/app" %u', '/opt/a$b/app'],
    ['/opt/app %u', '/opt/app'],
    ['', ''],
  ])('starts a program, however it is quoted: %s', (exec, program) => {
    expect(parseDesktopEntry('a.desktop', `[Desktop Entry]\nExec=${exec}`).program).toBe(program)
  })

  it('without a name has its file’s', () => {
    expect(parseDesktopEntry('a.desktop', 'nonsense').name).toBe('a.desktop')
  })
})
