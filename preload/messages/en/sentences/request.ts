/** What the window is told of a request that cannot be carried out. */
export const request = {
  noRoute: 'There is no such route.',
  failed: 'The request failed.',
  notValid: 'The request is not valid.',
  fieldNotValid: '“{0}” is not valid: {1}.',
  foreignPage: 'This page may not ask.',
} as const
