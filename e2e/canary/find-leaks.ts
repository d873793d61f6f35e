import { searchFolder } from './search-folder.ts'
import type { ByteSearch } from './byte-search.ts'

/**
 * The only places below a test's folder that are not the app's: the simulated internet, and the person's own
 * browser, whose history holds the addresses it was sent to.
 */
const notTheApps = ['internet', 'home/chromium', 'home/opened-addresses', 'home/browser.log']

/**
 * Searches everything that a run of the app has left behind: its data with databases, caches, crash reports and
 * logs, the home it ran in, temporary files, and texts that were collected meanwhile.
 *
 * @returns a line for each find: where, what kind of secret and how it was written; never the secret
 */
export const findLeaks = async (
  folder: string,
  search: ByteSearch,
  collected: Readonly<Record<string, string>>,
): Promise<readonly string[]> => [
  ...(await searchFolder(folder, search, notTheApps)),
  ...Object.entries(collected).flatMap(([where, text]) =>
    search(Buffer.from(text, 'latin1')).map((hit) => `${where}: ${hit}`),
  ),
]
