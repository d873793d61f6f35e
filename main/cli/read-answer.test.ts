import { describe, expect, it } from 'vitest'
import { createEvents } from './read-answer.ts'

function read(...chunks: readonly string[]): string[] {
  const data: string[] = []
  const take = createEvents((line) => void data.push(line))
  for (const chunk of chunks) take(chunk)
  return data
}

describe('the events of a stream', () => {
  it('are read whatever the chunks and line ends', () => {
    const text = 'event: message\r\ndata: {"a":1}\r\n\r\n: keepalive\n\ndata:{"b":2}\nid: 7\n\n'
    expect(read(text)).toEqual(['{"a":1}', '{"b":2}'])
    expect(read(...text.split(''))).toEqual(['{"a":1}', '{"b":2}'])
  })

  it('become one line each, also when they have several', () => {
    expect(read('data: {\ndata: "a":1}\n\n')).toEqual(['{  "a":1}'])
  })

  it('are not made of half an event or of none', () => {
    expect(read('data: {"a":1}\n', ': keepalive\n')).toEqual([])
    expect(read('event: ping\n\n')).toEqual([])
  })
})
