import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { github } from './github.ts'

const place = { owner: 'o', repo: 'r' }

function read(args: Readonly<Record<string, unknown>>, ...answers: readonly Response[]) {
  return callTool(github, 'github_get_file', { ...place, ...args }, ...answers)
}

function file(content: string, encoding = 'base64') {
  return jsonResponse({ type: 'file', path: 'a.txt', sha: 's', size: 3, encoding, content })
}

describe('github_get_file', () => {
  it('lists the root when no path is given', async () => {
    const entries = [{ name: 'src', type: 'dir', size: 0, sha: 'x' }]
    const { result, requests } = await read({}, jsonResponse({ type: 'dir', path: '', entries }))
    expect(requests[0]?.url.pathname).toBe('/repos/o/r/contents')
    expect(requests[0]?.headers.get('accept')).toBe('application/vnd.github.object+json')
    expect(result).toEqual({ path: '', entries: [{ name: 'src', type: 'dir', size: 0 }] })
  })

  it('reads a long file in parts', async () => {
    const text = `${'a'.repeat(150)}z`
    const first = await read({ path: 'a.txt', limit_chars: 100 }, file(btoa(text)))
    expect(first.result).toMatchObject({ content: 'a'.repeat(100), next_offset: 100, total_chars: 151 })
    const second = await read({ path: 'a.txt', limit_chars: 100, offset: 100 }, file(btoa(text)))
    expect(second.result).toEqual({
      path: 'a.txt',
      sha: 's',
      content: `${'a'.repeat(50)}z`,
      total_chars: 151,
    })
  })

  it('fetches a file over 1 MB raw: its content is empty in the first answer', async () => {
    const { result, requests } = await read(
      { path: 'a.txt', ref: 'v1' },
      file('', 'none'),
      new Response('big'),
    )
    expect(requests[1]?.url.href).toBe('https://api.github.com/repos/o/r/contents/a.txt?ref=v1')
    expect(requests[1]?.headers.get('accept')).toBe('application/vnd.github.raw+json')
    expect(result).toEqual({ path: 'a.txt', sha: 's', content: 'big' })
  })

  it('takes an empty file for empty, not for broken', async () => {
    expect((await read({ path: 'a.txt' }, file(''))).result).toMatchObject({ content: '' })
  })

  it.each([
    ['with a zero byte', '\0\x01'],
    ['that is not UTF-8', '\xff\xfe\xfa'],
  ])('says so instead of returning a file %s as text', async (_kind, bytes) => {
    const { result } = await read({ path: 'a.txt' }, file(btoa(bytes)))
    expect(result).toEqual({ path: 'a.txt', sha: 's', size: 3, binary: true })
  })

  it('says where a symbolic link points', async () => {
    const link = jsonResponse({ type: 'symlink', path: 'l', target: '../x' })
    expect((await read({ path: 'l' }, link)).result).toEqual({ path: 'l', type: 'symlink', target: '../x' })
  })
})
