// oxlint-disable-next-line no-restricted-imports -- the script works on files
import { execFile } from 'node:child_process'
// oxlint-disable-next-line no-restricted-imports -- as above
import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
// oxlint-disable-next-line no-restricted-imports -- as above
import { tmpdir } from 'node:os'
// oxlint-disable-next-line no-restricted-imports -- as above
import { join } from 'node:path'
// oxlint-disable-next-line no-restricted-imports -- as above
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('..', import.meta.url))
const parts = 'registry scripts docs/user-guide package.json .env.example .prettierrc.json'.split(' ')
const settings = ['.tsconfig.base.json', '.vitest.config.ts']
const ID = 'acme-notes'
/** A compiler, a formatter and a test runner are started. */
const TOOLS_TIMEOUT = 60_000
const CREATED = [
  `registry/productivity/${ID}.ts`,
  `registry/productivity/${ID}.test.ts`,
  `registry/translations/de/${ID}.ts`,
  `docs/user-guide/${ID}.md`,
]

let copy = ''

interface Outcome {
  readonly code: number
  readonly output: string
}

function node(...args: readonly string[]): Promise<Outcome> {
  // The copy’s own tests are run by a Vitest that must not take itself for a worker of this one.
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))
  const options = { cwd: copy, env: { ...Object.fromEntries(outer), NO_COLOR: '1' }, maxBuffer: 2 ** 24 }
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, output: stdout + stderr })
    })
  })
}

const scaffold = (...args: readonly string[]) => node('scripts/new-integration.mjs', ...args)
const textOf = (place: string) => readFile(join(copy, place), 'utf8')

/** Every file the script may touch, with its content. */
async function snapshot() {
  const folders = ['registry', 'registry/productivity', 'docs/user-guide']
  const listings = await Promise.all(folders.map((folder) => readdir(join(copy, folder))))
  return [listings, await textOf('registry/productivity.ts'), await textOf('.env.example')]
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'new-integration-'))
  for (const part of [...parts, ...settings]) {
    await cp(join(project, part), join(copy, part), { recursive: true })
  }
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction')
})

afterAll(() => rm(copy, { recursive: true, force: true }))

describe('new-integration refuses, and leaves everything as it was,', () => {
  it.each([
    ['an id that is not kebab-case', ['Acme_Notes', 'productivity'], 'is no id'],
    ['an id that leads elsewhere', ['../acme', 'productivity'], 'is no id'],
    ['a word of the language', ['switch', 'productivity'], 'is a word of the language'],
    ['an unknown category, and names the known ones', [ID, 'icons'], 'developer-tools\n'],
    ['an id of another category', ['github', 'productivity'], 'registry/developer-tools/github.ts'],
    ['a missing category', [ID], 'Usage:'],
  ])('%s', async (_what, args, says) => {
    const before = await snapshot()
    const { code, output } = await scaffold(...args)
    expect([code, output]).toEqual([1, expect.stringContaining(says)])
    expect(await snapshot()).toEqual(before)
  })

  it('a page it cannot write, when two files are written already', async () => {
    const before = await snapshot()
    const [guide, elsewhere] = [join(copy, 'docs/user-guide'), join(copy, 'docs/elsewhere')]
    await rename(guide, elsewhere)
    expect((await scaffold(ID, 'productivity')).code).toBe(1)
    await rename(elsewhere, guide)
    expect(await snapshot()).toEqual(before)
  })
})

describe('new-integration', () => {
  beforeAll(async () => {
    const { output } = await scaffold(ID, 'productivity', '--oauth')
    expect(output).toContain(`Add registry/icons/${ID}.svg`)
  })

  it('puts the integration at the end of its list, and its variables into .env.example', async () => {
    const list = await textOf('registry/productivity.ts')
    expect(list).toMatch(/,\s+acmeNotes,?\s*\]\n$/)
    expect(list.indexOf('./productivity/acme-notes.ts')).toBeLessThan(
      list.indexOf('./productivity/linear.ts'),
    )
    expect(await textOf('.env.example')).toMatch(/\nACME_NOTES_CLIENT_ID=\nACME_NOTES_CLIENT_SECRET=\n$/)
  })

  it(
    'writes files that type-check, are formatted, and whose test passes',
    async () => {
      const compilerOptions = {
        composite: false,
        emitDeclarationOnly: false,
        noEmit: true,
        lib: ['ES2023', 'WebWorker'],
        types: ['node'],
      }
      const lists = ['registry/productivity.ts', 'registry/translations/de/index.ts']
      const files = [...CREATED.slice(0, 3), ...lists]
      const config = { extends: './.tsconfig.base.json', compilerOptions, files }
      await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(config))
      const checks = await Promise.all([
        node('node_modules/typescript/bin/tsc', '-p', '.'),
        node('node_modules/prettier/bin/prettier.cjs', '--check', ...CREATED, ...lists),
        vitest(`registry/productivity/${ID}`),
      ])
      expect(checks.map(({ code, output }) => (code === 0 ? '' : output))).toEqual(['', '', ''])
    },
    TOOLS_TIMEOUT,
  )

  it(
    'leaves a definition of which the conformance test names what is still to be filled in',
    async () => {
      const { output } = await vitest('registry/conformance', '-t', 'acme.notes', '--reporter', 'tap-flat')
      const failed = output.match(/^not ok \d+ - .*?(?= # time)/gm) ?? []
      expect(failed.map((line) => line.split(' > ').slice(1).join(': ')).toSorted()).toEqual([
        'acme-notes: describes itself in one short sentence',
        'acme-notes: has a kebab-case id and at least five tools',
        'acme-notes: has a small icon of one colour that can neither run nor load anything',
        'acme-notes: has nothing left to fill in',
        'acme-notes: speaks https to whole addresses only, and to none that stands for another',
        'acme_notes_create_item: is described tersely, within its token budget',
        'acme_notes_get_item: is described tersely, within its token budget',
      ])
      expect(output).toContain('Fill in: what it is, in one short sentence.')
      expect(output).toContain('Fill in: where the app of acme-notes is registered')
    },
    TOOLS_TIMEOUT,
  )
})

function vitest(...args: readonly string[]): Promise<Outcome> {
  return node('node_modules/vitest/vitest.mjs', 'run', '--config', '.vitest.config.ts', ...args)
}
