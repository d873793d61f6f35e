type PageSeed = {
  readonly title: string
  /** The page above it. */
  readonly under?: string
  /** Only rows of the database have one. */
  readonly status?: string
  readonly markdown: string
}

export const pageSeeds: readonly PageSeed[] = [
  {
    title: 'Launch plan',
    under: 'Team home',
    markdown:
      '# Launch\nWe launch on the 14th.\n## Before\n- [x] Freeze the code\n- [ ] Call everybody\n> Slow is smooth.',
  },
  { title: 'Team home', markdown: 'Welcome to Meridian.\n- Who we are\n- How we work' },
  { title: 'Meeting notes', under: 'Team home', markdown: '## Monday\n1. Numbers\n2. Looms' },
  { title: 'Write the release notes', status: 'In progress', markdown: 'Ada does it.' },
  { title: 'Order the cake', status: 'Not started', markdown: '' },
  { title: 'Book the room', status: 'Done', markdown: 'Room 42.' },
]
