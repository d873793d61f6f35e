/** Words that sentences about rules and remembered answers are put together from. */
export const ruleWords = {
  quoted: '“{0}”',
  /** An argument and what it is compared with. */
  condition: {
    equals: '{0} is {1}',
    one_of: '{0} is {1}',
    ends_with: '{0} ends with {1}',
    matches: '{0} looks like {1}',
    at_most: '{0} is at most {1}',
    every_equals: 'every {0} is {1}',
    every_one_of: 'every {0} is {1}',
    every_ends_with: 'every {0} ends with {1}',
    every_matches: 'every {0} looks like {1}',
  },
  when: 'when {0}',
  until: 'until {0}',
  untilQuit: 'until Gatehouse quits',
  uses: 'at most {0, plural, one {# more time} other {# more times}}',
  does: {
    auto: 'Runs without asking, because {0}',
    ask: 'Asks, because {0}',
    block: 'Never runs, because {0}',
  },
  because: {
    app_tool: 'you set it so for {0}',
    app: 'you set all tools of {0} so',
    tool: 'you set it so',
    reads: 'it only reads',
    integration: 'the integration has it so',
    writes: 'it {0}',
    destroys: 'it {0}, which may not be undone',
  },
  thisApp: 'this app',
  forApp: {
    auto: 'for {0} it runs without asking, {1}',
    ask: 'for {0} it asks, {1}',
    block: 'for {0} it is blocked, {1}',
  },
  asSet: {
    app_tool: 'as you set it',
    app: 'as you set all its tools',
    tool: 'as you set the tool',
    default: 'as the tool has it',
  },
  exception: '{0} may do so as {1} without asking',
  /** An exception, and what it needs to hold. */
  exceptionWhen: '{0} {1}',
  moreExceptions: 'and {0, plural, one {# more exception} other {# more exceptions}}',
} as const
