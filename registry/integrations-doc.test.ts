// oxlint-disable-next-line no-restricted-imports -- the page and its script are files beside the definitions
import { execFileSync } from 'node:child_process'
// oxlint-disable-next-line no-restricted-imports -- as above
import { fileURLToPath } from 'node:url'
import { it } from 'vitest'

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url))
}

it('docs/user-guide/integrations.md says what the definitions say: after a change, run npm run docs', () => {
  execFileSync(process.execPath, [pathOf('scripts/integrations-doc.mjs'), '--check'])
})
