import { z } from 'zod'
import { defineIntegration } from '../../registry/define.ts'

const WORDS =
  'A tool that says of itself what such tools say, so that a list of them costs what real ones cost.'

/** @returns an integration that exists in tests only, with as many tools as wanted, of some 75 tokens each */
export function wide(tools: number) {
  return defineIntegration({
    id: 'wide',
    name: 'Wide',
    category: 'productivity',
    description: 'Has many tools.',
    icon: 'notes.svg',
    auth: { type: 'api_key', label: 'Key', helpUrl: 'https://wide.example/keys' },
    hosts: ['api.wide.example'],
    tools: Array.from({ length: tools }, (_, place) => ({
      name: `wide_get_thing_${place}`,
      description: WORDS,
      parameters: z.object({ id: z.string(), cursor: z.string().optional() }),
      handler: () => Promise.resolve({ place }),
    })),
  })
}
