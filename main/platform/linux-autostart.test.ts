import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { autostartEntry, createLinuxAutostart } from './linux-autostart.ts'

const run = promisify(execFile)

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const command = ['/opt/Gatehouse/gatehouse', '--hidden']

describe('starting with the desktop session', () => {
  it('is off at first, on when it is set, and leaves nothing when it is taken back', async () => {
    const configFolder = join(folder(), 'not there yet')
    const autostart = createLinuxAutostart({ configFolder, command })
    expect(await autostart.isOn()).toBe(false)
    await autostart.set(true)
    expect(await autostart.isOn()).toBe(true)
    expect(readdirSync(join(configFolder, 'autostart'))).toEqual(['gatehouse.desktop'])
    await autostart.set(false)
    await autostart.set(false)
    expect(readdirSync(join(configFolder, 'autostart'))).toEqual([])
  })

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled = false'])(
    'is off when the desktop has switched it off, and stays so: %s',
    async (line) => {
      const configFolder = folder()
      const autostart = createLinuxAutostart({ configFolder, command })
      await autostart.set(true)
      const path = join(configFolder, 'autostart/gatehouse.desktop')
      const text = readFileSync(path, 'utf8').replace('X-GNOME-Autostart-enabled=true', line)
      writeFileSync(path, text)
      await autostart.refresh()
      expect(await autostart.isOn()).toBe(false)
      expect(readFileSync(path, 'utf8')).toBe(text)
    },
  )

  it('follows an app that was moved, and adds nothing where it was off', async () => {
    const configFolder = folder()
    await createLinuxAutostart({ configFolder, command }).refresh()
    expect(readdirSync(configFolder)).toEqual([])
    await createLinuxAutostart({ configFolder, command: ['/old/Gatehouse.AppImage', '--hidden'] }).set(true)
    await createLinuxAutostart({ configFolder, command }).refresh()
    expect(readFileSync(join(configFolder, 'autostart/gatehouse.desktop'), 'utf8')).toBe(
      autostartEntry(command),
    )
  })

  it('is described in every language: the desktop shows its own, whatever the app speaks', async () => {
    const configFolder = folder()
    await createLinuxAutostart({ configFolder, command }).set(true)
    const lines = readFileSync(join(configFolder, 'autostart/gatehouse.desktop'), 'utf8').split('\n')
    expect(lines).toContain('Comment=Keeps your AI apps connected')
    expect(lines).toContain('Comment[de]=Hält die KI-Apps verbunden')
  })

  it('gets the lines that an older version did not write', async () => {
    const configFolder = folder()
    const autostart = createLinuxAutostart({ configFolder, command })
    await autostart.set(true)
    const path = join(configFolder, 'autostart/gatehouse.desktop')
    const older = readFileSync(path, 'utf8').replace(/^Comment\[de\].*\n/m, '')
    writeFileSync(path, older)
    await autostart.refresh()
    expect(readFileSync(path, 'utf8')).toBe(autostartEntry(command))
  })

  it('says so when it cannot be written, and not that it is on', async () => {
    const configFolder = folder()
    writeFileSync(join(configFolder, 'autostart'), 'a file where the folder should be')
    const autostart = createLinuxAutostart({ configFolder, command })
    await expect(autostart.set(true)).rejects.toThrow()
    expect(await autostart.isOn()).toBe(false)
  })
})

describe('the entry of a program', () => {
  it('whose path has spaces, quotes, dollars, backslashes and percent signs starts that program and no other', async () => {
    const place = folder()
    const odd = join(place, 'My "App" $HOME `x` 100% \\ folder')
    mkdirSync(odd)
    const program = join(odd, 'gate house')
    const heard = join(place, 'heard')
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > ${heard}\n`, { mode: 0o755 })
    const entry = join(place, 'test.desktop')
    writeFileSync(entry, autostartEntry([program, '--hidden']))
    await run('desktop-file-validate', [entry])
    await run('dash', ['-c', execAsShell(readFileSync(entry, 'utf8'))])
    expect(readFileSync(heard, 'utf8')).toBe('--hidden\n')
  })
})

/** What a desktop makes of Exec: the value unescaped, `%%` a percent sign; its quoting is the shell's. */
function execAsShell(text: string): string {
  const value = /^Exec=(.*)$/m.exec(text)?.[1] ?? ''
  return value.replaceAll('\\\\', '\\').replaceAll('%%', '%')
}
