/** What is said of apps. */
export const apps = { none: 'There is no such app.' } as const
