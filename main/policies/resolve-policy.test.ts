import { expect, it } from 'vitest'
import { resolvePolicy, type PolicySources } from './resolve-policy.ts'

const rows: [Partial<PolicySources>, string, string][] = [
  [{}, 'ask', 'default'],
  [{ definition: 'auto' }, 'auto', 'default'],
  [{ definition: 'block' }, 'block', 'blocked'],
  [{ workspaceTool: 'auto' }, 'auto', 'your setting'],
  [{ workspaceTool: 'ask', definition: 'auto' }, 'ask', 'your setting'],
  [{ workspaceTool: 'ask', definition: 'block' }, 'ask', 'your setting'],
  [{ workspaceTool: 'block', definition: 'auto' }, 'block', 'blocked'],
  [{ appTool: 'auto' }, 'auto', 'app setting'],
  [{ appTool: 'ask', workspaceTool: 'auto' }, 'ask', 'app setting'],
  [{ appTool: 'auto', workspaceTool: 'block' }, 'block', 'blocked'],
  [{ appTool: 'block', workspaceTool: 'auto' }, 'block', 'blocked'],
  [{ appTool: 'auto', definition: 'block' }, 'block', 'blocked'],
  [{ grant: 'session' }, 'auto', 'remembered'],
  [{ grant: 'always', appTool: 'ask', workspaceTool: 'ask' }, 'auto', 'remembered'],
  [{ grant: 'always', appTool: 'block' }, 'block', 'blocked'],
  [{ grant: 'always', workspaceTool: 'block' }, 'block', 'blocked'],
  [{ grant: 'always', definition: 'block' }, 'block', 'blocked'],
]

it.each(rows)('the most specific decides, and block wins: %j → %s', (sources, policy, reason) => {
  const all = {
    grant: undefined,
    appTool: undefined,
    workspaceTool: undefined,
    definition: 'ask',
    ...sources,
  } as const
  expect(resolvePolicy(all)).toEqual({ policy, reason })
})
