import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

type PictureOptions = {
  readonly colors?: 'light' | 'dark'
  /** A secret that must not be in the picture. */
  readonly hidden?: string
}

export type Pictures = {
  save(page: Page, name: string, options?: PictureOptions): Promise<void>
  /** The names of the files saved so far. */
  saved(): readonly string[]
}

const size = { width: 1100, height: 760 }

/** Saves pictures of pages to a folder; without a folder it saves none. */
export const createPictures = async (folder: string | undefined): Promise<Pictures> => {
  const names: string[] = []
  if (folder !== undefined) await mkdir(folder, { recursive: true })
  return {
    async save(page, name, { colors = 'light', hidden } = {}) {
      if (folder === undefined) return
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme: colors, reducedMotion: 'reduce' })
      await page.mouse.move(0, 0)
      if (hidden !== undefined) await page.evaluate(hideText, hidden)
      const file = `${name}.png`
      await page.screenshot({ path: join(folder, file), scale: 'css', animations: 'disabled' })
      names.push(file)
    },
    saved: () => names,
  }
}

/** Runs in the page: puts dots where the text stands. */
const hideText = (text: string): void => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    node.nodeValue = node.nodeValue?.replaceAll(text, '•'.repeat(24)) ?? null
  }
}
