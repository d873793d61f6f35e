import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import { notFound, type ApiCall } from './answers.ts'
import type { GitHubData } from './data.ts'
import { repositoryName } from './issues.ts'
import { commitOf } from './pull-shapes.ts'

/** A file (base64, or raw when asked for) or a folder's listing. */
export const readContents = (data: GitHubData, call: ApiCall): SimulatedAnswer => {
  const repository = repositoryName(call.path)
  const path = call.path.slice(4).join('/')
  const text = data.files.get(`${repository}/${path}`)
  if (text !== undefined) {
    return call.accept.includes('raw')
      ? {
          status: 200,
          headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
          body: text,
        }
      : jsonAnswer(200, { ...entry(repository, path, 'file', text.length), ...encoded(text) })
  }
  const prefix = path === '' ? `${repository}/` : `${repository}/${path}/`
  const inside = [...data.files].filter(([name]) => name.startsWith(prefix))
  if (inside.length === 0) return notFound()
  const names = new Map(
    inside.map(([name, content]) => [name.slice(prefix.length).split('/'), content.length]),
  )
  const entries = [...names].map(([[first = '', ...rest], size]) => {
    const type = rest.length > 0 ? 'dir' : 'file'
    return entry(repository, path === '' ? first : `${path}/${first}`, type, type === 'dir' ? 0 : size)
  })
  return jsonAnswer(
    200,
    entries.filter(({ path: one }, index) => entries.findIndex((other) => other.path === one) === index),
  )
}

const entry = (repository: string, path: string, type: 'file' | 'dir', size: number) => ({
  type,
  name: path.split('/').at(-1) ?? '',
  path,
  sha: commitOf(repository, path),
  size,
  url: `https://api.github.com/repos/${repository}/contents/${path}?ref=main`,
  html_url: `https://github.com/${repository}/blob/main/${path}`,
  download_url: type === 'file' ? `https://raw.githubusercontent.com/${repository}/main/${path}` : null,
})

/** GitHub breaks base64 into lines of sixty characters. */
const encoded = (text: string) => ({
  encoding: 'base64',
  content: Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n') + '\n',
})
