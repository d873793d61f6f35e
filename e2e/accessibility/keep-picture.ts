import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'

const FOLDER = join(import.meta.dirname, '../../docs/images/screens')

/**
 * Takes a picture of the window, which must not be empty. It is kept when there is none of that name, or when the
 * tests are run with `--update-snapshots`: fonts and drawing differ between computers, so none is compared.
 */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(swapTokens)
  const picture = await page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' })
  await page.evaluate(swapTokens)
  const size = page.viewportSize()
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size?.width, size?.height])
  const hash = createHash('sha256').update(picture).digest('hex')
  const same = [...taken].find(([, other]) => other === hash)?.[0]
  expect.soft(same, `“${name}” looks like another picture`).toBeUndefined()
  taken.set(name, hash)
  const path = join(FOLDER, `${name}.png`)
  // Without a value of its own the option says `changed`.
  if (existsSync(path) && !['all', 'changed'].includes(test.info().config.updateSnapshots)) return
  await mkdir(FOLDER, { recursive: true })
  await writeFile(path, picture)
}

/** The pictures of this run. */
const taken = new Map<string, string>()

/** Runs in the page: puts dots where a token stands, and the second time the token where it stood. */
const swapTokens = (): void => {
  const token = /gatehouse_[\w-]{20,}/g
  const page = globalThis as { hidden?: Map<Node, string | null> }
  const { hidden } = page
  delete page.hidden
  if (hidden !== undefined) {
    for (const [node, value] of hidden) node.nodeValue = value
    return
  }
  const swapped = new Map<Node, string | null>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { nodeValue } = node
    if (nodeValue?.search(token) === -1) continue
    swapped.set(node, nodeValue)
    node.nodeValue = nodeValue?.replaceAll(token, `gatehouse_${'•'.repeat(24)}`) ?? null
  }
  page.hidden = swapped
}
