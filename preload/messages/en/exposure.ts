/** Words about how an app sees its tools. */
export const exposure = {
  title: 'How it sees its tools',
  labels: {
    automatic: 'Automatic',
    all: 'All tools',
    search: 'Search',
  },
  means: {
    all: 'The app sees each tool you allow it.',
    search: 'The app sees a search and finds the tool it needs: cheaper, with one step more for each task.',
  },
  automatic: {
    all: 'All tools while their list is short, else a search. Now: all tools.',
    search: 'All tools while their list is short, else a search. Now: search.',
  },
  /** Tools, tokens now, tokens the other way. */
  cost: {
    all: '{0, plural, one {# tool} other {# tools}}, {1, plural, one {# token} other {# tokens}} in every conversation; with search {2, number}.',
    search:
      '{0, plural, one {# tool} other {# tools}} behind a search, {1, plural, one {# token} other {# tokens}} in every conversation; all tools would be {2, number}.',
  },
} as const
