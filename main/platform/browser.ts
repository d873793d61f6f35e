import { shell } from 'electron'
import type { Browser } from './platform.ts'

/** The person's own browser. Other schemes than these could start any program. */
export function createBrowser(): Browser {
  return {
    async open(url) {
      const { protocol, hostname } = new URL(url)
      const isLoopback = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
      if (protocol !== 'https:' && !isLoopback) throw new Error('Only web pages are opened in the browser.')
      await shell.openExternal(url)
    },
  }
}
