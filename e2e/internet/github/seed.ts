type RepositorySeed = readonly [
  owner: string,
  name: string,
  description: string,
  private_: boolean,
  language: string,
]

export const repositorySeeds: readonly RepositorySeed[] = [
  ['meridian', 'app', 'The product', true, 'TypeScript'],
  ['meridian', 'api', 'Public API and webhooks', true, 'Go'],
  ['meridian', 'docs', 'Documentation site', false, 'MDX'],
  ['ada', 'analytical-engine', 'Notes and programs', false, 'Python'],
  ['ada', 'dotfiles', 'Settings I carry around', true, 'Shell'],
  ['ada', 'advent-of-code', 'Puzzles', false, 'Rust'],
]

type PullSeed = { readonly head: string; readonly base: string; readonly draft: boolean }
type IssueSeed = readonly [
  repository: string,
  author: string,
  title: string,
  state: 'open' | 'closed',
  labels: readonly string[],
  pull?: PullSeed,
]

const from = (head: string, draft = false): PullSeed => ({ head, base: 'main', draft })

export const issueSeeds: readonly IssueSeed[] = [
  ['meridian/app', 'grace', 'Crash when the clipboard is empty', 'open', ['bug']],
  ['meridian/app', 'ada', 'Undo after a drag restores the wrong order', 'open', ['bug']],
  ['meridian/app', 'alan', 'Fix crash on empty clipboard', 'open', ['bug'], from('fix-clipboard')],
  ['meridian/app', 'katherine', 'Offer a compact sidebar', 'open', ['enhancement']],
  ['meridian/app', 'grace', 'Update dependencies', 'closed', ['chore'], from('update-dependencies')],
  ['meridian/app', 'ada', 'Rework the drag handler', 'open', ['enhancement'], from('drag-handler', true)],
  ['meridian/app', 'margaret', 'Startup takes four seconds on battery', 'open', ['performance']],
  ['meridian/api', 'alan', 'Rate limits are not documented', 'open', ['documentation']],
  ['meridian/api', 'ada', 'Return 409 for a duplicate webhook', 'open', ['enhancement']],
  ['meridian/api', 'grace', 'Retry webhooks with backoff', 'open', ['enhancement'], from('webhook-backoff')],
  ['meridian/api', 'katherine', 'Pagination skips rows when items are deleted', 'closed', ['bug']],
  ['meridian/docs', 'margaret', 'Broken link in the quick start', 'open', ['good first issue']],
  ['meridian/docs', 'ada', 'Explain webhook signatures', 'open', ['documentation'], from('signatures')],
  ['ada/analytical-engine', 'charles', 'Bernoulli table has an off-by-one', 'open', ['bug']],
]

export const notificationSeeds: readonly (readonly [repository: string, number: number, reason: string])[] = [
  ['meridian/app', 3, 'review_requested'],
  ['meridian/app', 1, 'mention'],
  ['meridian/api', 2, 'author'],
  ['meridian/docs', 1, 'subscribed'],
]

export const fileSeeds: readonly (readonly [path: string, text: string])[] = [
  ['meridian/app/README.md', '# Meridian\n\nRun `npm ci` and `npm start`.\n'],
  ['meridian/app/package.json', '{\n  "name": "meridian",\n  "private": true\n}\n'],
  ['meridian/app/source/clipboard.ts', 'export const read = (items: string[]): string => items[0].trim()\n'],
  ['meridian/app/source/drag.ts', 'export const reorder = (from: number, to: number) => [from, to]\n'],
  ['meridian/api/README.md', '# API\n\nSee the documentation site.\n'],
  ['meridian/api/webhooks.go', 'package webhooks\n\nfunc Retry(attempt int) int { return 1 << attempt }\n'],
  ['meridian/docs/quick-start.mdx', '# Quick start\n\nCreate a token, then call the API.\n'],
  ['ada/analytical-engine/README.md', '# Notes\n\nWhatever we know how to order it to perform.\n'],
]
