import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileFunction } from 'node:vm'
import { format, resolveConfig } from 'prettier'

import {
  definitionFile,
  environmentLines,
  guidePage,
  namesOf,
  testFile,
  translationFile,
} from './integration-files.mjs'
import { runMain } from './main-script.mjs'
import { say } from './progress.mjs'
import { projectRoot } from './project-paths.mjs'

/** @import { Names } from './integration-files.mjs' */
/** @typedef {{ place: string, text: string, before?: string }} Change `before` is absent for a new file */

const usage = 'npm run new-integration -- <id> <category> [--oauth]'

/** @param {string} place */
const inProject = (place) => join(projectRoot, place)

/** A category is a folder of definitions with a list of the same name beside it. */
async function categories() {
  const entries = await readdir(inProject('registry'), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return folders.filter((name) => existsSync(inProject(`registry/${name}.ts`)))
}

/** @param {readonly string[]} args */
async function chosenNames(args) {
  const options = { oauth: { type: /** @type {const} */ ('boolean'), default: false } }
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [id, category, ...more] = positionals
  if (id === undefined || category === undefined || more.length > 0) throw new Error(`Usage: ${usage}`)
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    throw new Error(`“${id}” is no id: it takes small letters, digits and single dashes, as in acme-notes`)
  }
  const known = await categories()
  if (!known.includes(category)) {
    throw new Error(`“${category}” is no category. There are:\n  ${known.join('\n  ')}`)
  }
  const taken = known.find((name) => existsSync(inProject(`registry/${name}/${id}.ts`)))
  if (taken !== undefined) throw new Error(`“${id}” exists: registry/${taken}/${id}.ts`)
  const names = namesOf(id, category, values.oauth)
  if (isReserved(names.variable)) throw new Error(`“${id}” is a word of the language: take ${id}-app`)
  return names
}

/** @param {string} variable */
function isReserved(variable) {
  try {
    compileFunction(`'use strict'; (async function* () { const ${variable} = 0 })`)
    return false
  } catch {
    return true
  }
}

/**
 * The list of a category with one more at its end; its imports are sorted by path.
 * @param {string} list the file's text
 * @param {Names} names
 */
function listed(list, { id, category, variable }) {
  const lines = list.split('\n')
  const path = (/** @type {string} */ line) => line.slice(line.lastIndexOf(' ') + 1)
  const imports = lines.filter((line) => line.startsWith('import '))
  const added = [...imports, `import { ${variable} } from './${category}/${id}.ts'`]
  const rest = lines.filter((line) => !line.startsWith('import ')).join('\n')
  const longer = rest.replace(/\[([^[\]]*?),?\s*\]\s*$/, (_, members) =>
    members.trim() === '' ? `[${variable}]\n` : `[${members}, ${variable}]\n`,
  )
  if (longer === rest) throw new Error(`registry/${category}.ts does not end in a list`)
  return `${added.toSorted((a, b) => (path(a) < path(b) ? -1 : 1)).join('\n')}\n${longer}`
}

/**
 * The list of German translations with one more at its end.
 * @param {string} list the file's text
 * @param {Names} names
 */
function withTranslation(list, { id, variable }) {
  const entry = id === variable ? id : `'${id}': ${variable}`
  const longer = list.replace(/,?\s*\}\s*$/, `, ${entry} }\n`).replace(/\{\s*, /, '{ ')
  if (longer === list) throw new Error('registry/translations/de/index.ts does not end in a list')
  return `import { ${variable} } from './${id}.ts'\n${longer}`
}

/**
 * Everything that will be written, before anything is.
 * @param {Names} names
 * @returns {Promise<readonly Change[]>}
 */
async function changesFor(names) {
  const { id, category, environment, oauth } = names
  const source = `registry/${category}/${id}`
  const list = `registry/${category}.ts`
  const german = 'registry/translations/de/index.ts'
  const created = [
    { place: `${source}.ts`, text: definitionFile(names) },
    { place: `${source}.test.ts`, text: testFile(names) },
    { place: `registry/translations/de/${id}.ts`, text: translationFile(names) },
    { place: `docs/user-guide/${id}.md`, text: guidePage(names) },
  ]
  const exists = created.find(({ place }) => existsSync(inProject(place)))
  if (exists !== undefined) throw new Error(`${exists.place} exists`)
  const before = await readFile(inProject(list), 'utf8')
  const translations = await readFile(inProject(german), 'utf8')
  const sources = [
    ...created,
    { place: list, text: listed(before, names), before },
    { place: german, text: withTranslation(translations, names), before: translations },
  ]
  const changes = await Promise.all(sources.map(formatted))
  if (!oauth) return changes
  const example = await readFile(inProject('.env.example'), 'utf8')
  if (example.includes(`${environment}_CLIENT_ID=`)) return changes
  return [...changes, { place: '.env.example', text: example + environmentLines(names), before: example }]
}

/** @param {Change} change */
async function formatted(change) {
  const filepath = inProject(change.place)
  return { ...change, text: await format(change.text, { ...(await resolveConfig(filepath)), filepath }) }
}

/**
 * Writes all of it, or nothing.
 * @param {readonly Change[]} changes
 */
async function writeAll(changes) {
  /** @type {Change[]} */
  const begun = []
  try {
    for (const change of changes) {
      const isNew = change.before === undefined
      if (!isNew || !existsSync(inProject(change.place))) begun.unshift(change)
      await writeFile(inProject(change.place), change.text, { flag: isNew ? 'wx' : 'w' })
    }
  } catch (error) {
    for (const { place, before } of begun) {
      await (before === undefined
        ? rm(inProject(place), { force: true })
        : writeFile(inProject(place), before))
    }
    throw error
  }
}

await runMain(async () => {
  const names = await chosenNames(process.argv.slice(2))
  const changes = await changesFor(names)
  await writeAll(changes)
  for (const { place, before } of changes) say(`${before === undefined ? 'new' : 'changed'}  ${place}`)
  say(`
Next:
- Add registry/icons/${names.id}.svg: the vendor's mark as one path in one colour, without fill:
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="…"/></svg>
- Do what the comments that begin with “Fill in:” say, and take each away when it is done.
- Link docs/user-guide/${names.id}.md in docs/user-guide/README.md.
- npm run docs
- npm run unit -- registry: the conformance test and that of the translations name what is still missing.`)
  return 0
})
