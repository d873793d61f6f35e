import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'

import { integrations } from '../registry/index.ts'
import { integrationsPage } from './integrations-page.mjs'
import { runMain } from './main-script.mjs'
import { say } from './progress.mjs'
import { projectRoot } from './project-paths.mjs'

const place = 'docs/user-guide/integrations.md'
const path = join(projectRoot, place)

await runMain(async () => {
  const style = await resolveConfig(path)
  const page = await format(integrationsPage(integrations), { ...style, parser: 'markdown' })
  if (!process.argv.includes('--check')) {
    await writeFile(path, page)
    say(`${place}: ${integrations.length} integrations`)
    return 0
  }
  if ((await readFile(path, 'utf8').catch(() => '')) === page) return 0
  say(`${place} does not say what the definitions say: run npm run docs`)
  return 1
})
