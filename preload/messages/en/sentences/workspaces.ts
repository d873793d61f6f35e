/** What is said of workspaces. */
export const workspaces = {
  /** The name of the one that the first start makes. */
  first: 'Personal',
  none: 'There is no such workspace.',
  taken: 'There is a workspace called {0} already.',
  only: 'The only workspace cannot be deleted.',
} as const
