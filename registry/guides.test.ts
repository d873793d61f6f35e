// oxlint-disable-next-line no-restricted-imports -- the guide is a folder of files beside the definitions
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AuthMethod, FormMethod, OAuth2Method } from './auth.ts'
import { integrations } from './index.ts'

const GUIDE = new URL('../docs/user-guide/', import.meta.url)
const MOST_WORDS = 60

const pages = readdirSync(GUIDE).filter((file) => file.endsWith('.md'))
const page = (file: string): string => readFileSync(new URL(file, GUIDE), 'utf8')
const isBrowser = (method: AuthMethod): method is OAuth2Method => method.type === 'oauth2'
const isForm = (method: AuthMethod): method is FormMethod => method.type !== 'oauth2'

/** What a person registers, as the page that is made from the definitions says it. */
function redirectAddress(name: string): string {
  const [, section = ''] = page('integrations.md').split(`\n### ${name}\n`)
  return /redirect address: `([^`]+)`/.exec(section.split('\n### ')[0] ?? '')?.[1] ?? ''
}

/** `https://www.googleapis.com/auth/drive` may stand there by its end. */
const shortScope = (scope: string): string => scope.split('/').at(-1) ?? scope

describe.each(integrations.map((integration) => [integration.id, integration] as const))(
  '%s',
  (id, { name, auth }) => {
    const browser = auth.filter(isBrowser)
    const forms = auth.filter(isForm)

    it('says in short words what each scope allows: a person reads them before signing in', () => {
      for (const { scopes, scopeNames } of browser)
        for (const scope of scopes) {
          const words = scopeNames.get(scope) ?? ''
          expect(words, scope).toMatch(/^[A-Z].+[^.]$/)
          expect(words.length, scope).toBeLessThanOrEqual(MOST_WORDS)
        }
    })

    it('has a page with a chapter for every way in, and one of limits', () => {
      const text = page(`${id}.md`)
      expect(text.startsWith(`# ${name}\n\n`)).toBe(true)
      expect(text).toMatch(/^## (?:Limits|Good to know)$/m)
      const chapters = text.match(/^## With .*/gm) ?? []
      const [browserChapters, others] = [true, false].map((isOne) =>
        chapters.filter((chapter) => (chapter === '## With your browser') === isOne),
      )
      expect(browserChapters).toHaveLength(browser.length)
      expect(others?.length).toBeGreaterThanOrEqual(forms.length)
    })

    it.runIf(browser.length > 0)('tells what to register, and why each scope is asked for', () => {
      const text = page(`${id}.md`)
      for (const method of browser) {
        if (!method.registration) expect(redirectAddress(name)).toMatch(/:\/.*oauth\/callback$/)
        const names = [method.clientIdEnv, method.clientSecretEnv ?? method.clientIdEnv]
        for (const said of [redirectAddress(name), ...names]) expect(text).toContain(said)
        for (const scope of method.scopes.map(shortScope)) expect(text).toMatch(new RegExp(`[\`/]${scope}\``))
      }
    })

    it.runIf(forms.length > 0)('leads to the page where a key is made', () => {
      const text = page(`${id}.md`)
      for (const { helpUrl } of forms) expect(text).toContain(`](${helpUrl})`)
    })
  },
)

describe('the user guide', () => {
  it('lists every page', () => {
    const index = page('README.md')
    const unlisted = pages.filter((file) => file !== 'README.md' && !index.includes(`](${file})`))
    expect(unlisted).toEqual([])
  })

  it('links to no page and no heading that is not there', () => {
    const headings = (file: string) =>
      [...page(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\w\s-]/g, '')
          .replaceAll(' ', '-'),
      )
    const links = pages.flatMap((file) =>
      [...page(file).matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g)].map(([link, to = '', heading]) => ({
        file,
        link,
        to: to === '' ? file : to,
        heading,
      })),
    )
    const broken = links.filter(({ to, heading }) =>
      pages.includes(to) || (to.startsWith('../') && existsSync(new URL(to, GUIDE)))
        ? heading !== undefined && !headings(to).includes(heading)
        : true,
    )
    expect(broken.map(({ file, link }) => `${file} ${link}`)).toEqual([])
  })
})
