import { printParseErrorCode } from 'jsonc-parser'
import { expect, it } from 'vitest'
import { sentences } from '../../preload/messages/sentences.ts'

it('every fault that the parser of JSON knows has its words, so that no file is broken without a reason', () => {
  const known: string[] = []
  for (let code = 1; !printParseErrorCode(code).startsWith('<'); code += 1) {
    known.push(printParseErrorCode(code))
  }
  expect(known.length).toBeGreaterThan(10)
  expect(Object.keys(sentences.clients.json).toSorted()).toEqual(known.toSorted())
})
