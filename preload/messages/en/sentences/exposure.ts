/** What can be wrong with a search for tools. */
export const exposure = {
  useItself: '{0} calls the tools of services; use {1} itself.',
} as const
