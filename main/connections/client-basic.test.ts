import { expect, it } from 'vitest'
import { clientBasic } from './client-basic.ts'

const decoded = (value: string): string => Buffer.from(value.replace('Basic ', ''), 'base64').toString()

it('leaves dashes as they are: some providers do not decode', () => {
  expect(decoded(clientBasic({ clientId: '1f8a-42_c', clientSecret: 'secret.x~y' }))).toBe(
    '1f8a-42_c:secret.x~y',
  )
})

it('encodes what would break the pair', () => {
  expect(decoded(clientBasic({ clientId: 'a:b', clientSecret: 'c d/ü' }))).toBe('a%3Ab:c+d%2F%C3%BC')
})
