export const people: readonly (readonly [name: string, displayName: string])[] = [
  ['Ada Lovelace', 'ada'],
  ['Grace Hopper', 'grace'],
  ['Alan Turing', 'alan'],
  ['Katherine Johnson', 'katherine'],
  ['Margaret Hamilton', 'margaret'],
]

export const teamSeeds: readonly (readonly [key: string, name: string, description: string])[] = [
  ['ENG', 'Engineering', 'Builds and runs the product'],
  ['DES', 'Design', 'Research, interface and brand'],
  ['OPS', 'Operations', 'Support, billing and infrastructure'],
]

export const stateSeeds: readonly (readonly [name: string, type: string, color: string])[] = [
  ['Backlog', 'backlog', '#bec2c8'],
  ['Todo', 'unstarted', '#e2e2e2'],
  ['In Progress', 'started', '#f2c94c'],
  ['In Review', 'started', '#0f783c'],
  ['Done', 'completed', '#5e6ad2'],
  ['Canceled', 'canceled', '#95a2b3'],
]

/** Labels of the whole workspace, and of one team where a team is named. */
export const labelSeeds: readonly (readonly [name: string, color: string, team?: string])[] = [
  ['Bug', '#eb5757'],
  ['Feature', '#bb87fc'],
  ['Improvement', '#4ea7fc'],
  ['Security', '#f2994a'],
  ['Needs migration', '#95a2b3', 'ENG'],
]

type ProjectSeed = readonly [
  name: string,
  description: string,
  state: string,
  lead: string,
  targetIn: number | null,
]

export const projectSeeds: readonly ProjectSeed[] = [
  ['Offline mode', 'Keep working without a connection', 'started', 'grace', 30],
  ['Self-serve billing', 'Plans, seats and invoices without an email', 'started', 'katherine', 45],
  ['Design system 2', 'One set of components for every surface', 'planned', 'margaret', 75],
  ['SOC 2', 'Controls and evidence for the audit', 'backlog', 'alan', null],
]

type IssueSeed = readonly [
  team: 'ENG' | 'DES' | 'OPS',
  title: string,
  state: string,
  assignee: string | null,
  priority: number,
  project: string | null,
  labels: readonly string[],
  dueIn?: number,
]

export const issueSeeds: readonly IssueSeed[] = [
  ['ENG', 'Export to CSV drops the last row', 'In Progress', 'ada', 2, null, ['Bug'], 2],
  ['ENG', 'Queue edits while offline', 'In Progress', 'grace', 2, 'Offline mode', ['Feature'], 9],
  ['ENG', 'Merge conflicts after a long flight', 'Todo', 'ada', 3, 'Offline mode', ['Feature']],
  ['ENG', 'Login loops when cookies are blocked', 'In Review', 'alan', 1, null, ['Bug'], 1],
  ['ENG', 'Search ignores accents', 'Todo', 'katherine', 3, null, ['Bug']],
  ['ENG', 'Webhook retries arrive out of order', 'Backlog', null, 3, null, ['Bug']],
  ['ENG', 'Rotate the signing key without a restart', 'Todo', 'alan', 2, 'SOC 2', ['Security']],
  ['ENG', 'Rate-limit password resets', 'Done', 'ada', 2, 'SOC 2', ['Security']],
  ['ENG', 'Migrate the job runner to Node 24', 'In Progress', 'margaret', 3, null, ['Improvement']],
  ['ENG', 'Attachments over 20 MB time out', 'Todo', 'grace', 2, null, ['Bug'], 5],
  ['ENG', 'Cache avatars on disk', 'Backlog', null, 4, 'Offline mode', ['Improvement']],
  ['ENG', 'Show who is typing', 'Canceled', null, 4, null, ['Feature']],
  ['ENG', 'Deduplicate notification emails', 'In Review', 'ada', 3, null, ['Bug']],
  ['ENG', 'Add a dry run to bulk import', 'Todo', 'katherine', 3, null, ['Feature']],
  ['ENG', 'Typing lags in documents over 10,000 words', 'Todo', 'ada', 2, null, ['Bug'], 7],
  ['ENG', 'Replace the date picker', 'Done', 'grace', 4, 'Design system 2', ['Improvement']],
  ['ENG', 'Audit log for permission changes', 'Backlog', 'alan', 2, 'SOC 2', ['Security', 'Feature']],
  ['ENG', 'Sync stops after the laptop sleeps', 'In Progress', 'grace', 1, 'Offline mode', ['Bug'], 3],
  ['DES', 'Empty states for every list', 'In Progress', 'margaret', 3, 'Design system 2', ['Improvement']],
  ['DES', 'Contrast of secondary text is too low', 'Todo', 'ada', 2, 'Design system 2', ['Bug'], 4],
  ['DES', 'Draw the offline indicator', 'In Review', 'margaret', 3, 'Offline mode', ['Feature']],
  ['DES', 'Interview five teams about planning', 'Todo', 'katherine', 3, null, []],
  ['DES', 'Icons look blurry at 125% scaling', 'Backlog', null, 4, null, ['Bug']],
  ['DES', 'Spacing scale: four steps are enough', 'Done', 'margaret', 3, 'Design system 2', []],
  ['DES', 'Plan comparison page', 'In Progress', 'ada', 2, 'Self-serve billing', ['Feature'], 12],
  ['DES', 'Keyboard focus is invisible in dark mode', 'Todo', 'margaret', 2, 'Design system 2', ['Bug']],
  ['DES', 'Illustrations for onboarding', 'Backlog', null, 4, null, ['Feature']],
  ['DES', 'Shorten the invitation email', 'Done', 'katherine', 4, null, ['Improvement']],
  ['DES', 'Confirm before leaving unsaved changes', 'Todo', null, 3, null, ['Feature']],
  [
    'OPS',
    'Invoices show the wrong VAT rate for Norway',
    'In Progress',
    'katherine',
    1,
    'Self-serve billing',
    ['Bug'],
    1,
  ],
  ['OPS', 'Restore drill: read replica', 'Todo', 'alan', 2, 'SOC 2', ['Security'], 14],
  ['OPS', 'Answer template for data requests', 'Todo', 'ada', 3, null, []],
  ['OPS', 'Status page lags behind incidents', 'Backlog', null, 3, null, ['Improvement']],
  ['OPS', 'Refunds need two approvals', 'In Review', 'katherine', 2, 'Self-serve billing', ['Security']],
  ['OPS', 'Renew the wildcard certificate', 'Done', 'alan', 1, null, ['Security']],
  ['OPS', 'Move nightly backups out of business hours in APAC', 'Todo', 'grace', 3, null, ['Improvement']],
  ['OPS', 'Vendor review for the email provider', 'Backlog', null, 3, 'SOC 2', []],
  [
    'OPS',
    'Seats are counted twice after a downgrade',
    'In Progress',
    'alan',
    2,
    'Self-serve billing',
    ['Bug'],
    6,
  ],
  ['OPS', 'On-call handover notes', 'Done', 'grace', 4, null, []],
  ['OPS', 'Alert when the queue is older than ten minutes', 'Todo', 'ada', 2, null, ['Feature']],
]
