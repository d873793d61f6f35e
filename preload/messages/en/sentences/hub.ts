/** What happens to several rooms at once. */
export const hub = {
  credentialGivenUp: 'Its credential was given up when the vault was started over.',
} as const
