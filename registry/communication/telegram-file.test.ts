import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { telegram } from './telegram.ts'

describe('telegram_read_file', () => {
  const location = {
    file_id: 'BQACAgI',
    file_unique_id: 'x',
    file_size: 5,
    file_path: 'documents/file 1.txt',
  }
  const found = () => jsonResponse({ ok: true, result: location })
  const read = (args: object, ...answers: readonly Response[]) =>
    callTool(telegram, 'telegram_read_file', { file_id: 'BQACAgI', ...args }, ...answers)

  it('downloads from the address whose beginning the token is put behind', async () => {
    const { result, requests } = await read({}, found(), new Response('a,b\n1,2'))
    expect(requests.map(({ method, url, body }) => [method, url.href, body])).toEqual([
      ['POST', 'https://api.telegram.org/bot/getFile', { file_id: 'BQACAgI' }],
      ['GET', 'https://api.telegram.org/file/bot/documents/file%201.txt', undefined],
    ])
    expect(result).toEqual({ file_id: 'BQACAgI', content: 'a,b\n1,2' })
  })

  it('reads a long file on from offset', async () => {
    const { result } = await read({ offset: 10_000 }, found(), new Response('a'.repeat(10_000) + 'b'))
    expect(result).toEqual({ file_id: 'BQACAgI', content: 'b', total_chars: 10_001 })
  })

  it('does not hand a picture to a model as text', async () => {
    const picture = new Response(new Uint8Array([0xff, 0xd8, 0, 0]))
    await expect(read({}, found(), picture)).rejects.toMatchObject({ status: 415, reason: 'Not a text file' })
  })

  it('does not blame the token when the file is gone: the account would count as expired', async () => {
    const gone = jsonResponse({ ok: false, error_code: 404, description: 'Not Found' }, { status: 404 })
    await expect(read({}, found(), gone)).rejects.toMatchObject({ status: 404, reason: 'Not Found' })
  })

  it('says so when Telegram gives no path, as with files beyond its limit', async () => {
    const hidden = jsonResponse({ ok: true, result: { file_id: 'BQACAgI' } })
    await expect(read({}, hidden)).rejects.toMatchObject({ status: 404 })
  })
})
