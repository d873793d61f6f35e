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
  [{ app: 'auto' }, 'auto', 'whole app setting'],
  [{ app: 'ask', workspaceTool: 'auto' }, 'ask', 'whole app setting'],
  [{ app: 'auto', appTool: 'ask' }, 'ask', 'app setting'],
  [{ app: 'block', appTool: 'auto' }, 'block', 'blocked'],
  [{ app: 'auto', workspaceTool: 'block' }, 'block', 'blocked'],
  [{ app: 'auto', definition: 'block' }, 'block', 'blocked'],
  [{ grant: 'dialog' }, 'auto', 'remembered'],
  [{ grant: 'form' }, 'auto', 'rule'],
  [{ grant: 'dialog', appTool: 'ask', app: 'ask', workspaceTool: 'ask' }, 'auto', 'remembered'],
  [{ grant: 'dialog', appTool: 'block' }, 'block', 'blocked'],
  [{ grant: 'dialog', app: 'block' }, 'block', 'blocked'],
  [{ grant: 'form', workspaceTool: 'block' }, 'block', 'blocked'],
  [{ grant: 'form', definition: 'block' }, 'block', 'blocked'],
]

it.each(rows)('the most specific decides, and block wins: %j → %s', (sources, policy, reason) => {
  const all = {
    grant: undefined,
    appTool: undefined,
    app: undefined,
    workspaceTool: undefined,
    definition: 'ask',
    ...sources,
  } as const
  expect(resolvePolicy(all)).toEqual({ policy, reason })
})
