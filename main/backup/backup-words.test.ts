import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTestHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'

async function germanHub(): Promise<TestHub> {
  const test = createTestHub()
  await test.ask('preferences.setLanguage', { language: 'de' })
  return test
}

it('a place that cannot be written to is explained in German, its reason too', async () => {
  const test = await germanHub()
  test.platform.fileDialogs.saveTo = join(temporaryFolder(), 'gone', 'my.gatehouse-backup')
  expect((await test.refusal('backup.save', {})).message).toBe(
    'Dort ließ sich die Sicherung nicht schreiben: Den Ordner gibt es nicht mehr. Bitte einen anderen Ort wählen.',
  )
})

it('a file that is no backup is refused in German', async () => {
  const test = await germanHub()
  const file = join(temporaryFolder(), 'letter.txt')
  writeFileSync(file, 'Dear Ada')
  test.platform.fileDialogs.openFrom = file
  expect((await test.refusal('backup.open', {})).message).toBe(
    'Das ist keine Sicherung von Gatehouse, oder ihr Anfang ist beschädigt.',
  )
})
