/** What is said of rules and remembered answers. */
export const policies = {
  noArgument: '{0} has no argument of the name that the rule compares.',
  notFitting: 'The rule compares with a value that does not fit the comparison.',
  noRule: 'This rule no longer exists.',
  tooMany: 'There are already {0} rules for this tool.',
  paused: 'The person has paused all apps.',
} as const
