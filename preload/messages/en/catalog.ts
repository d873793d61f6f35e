/** Words of the list of integrations. */
export const catalog = {
  title: 'Catalog',
  lead: 'Connect an account once. Your AI apps use it through Gatehouse, and you decide what they may do.',
  search: 'Search integrations',
  placeholder: 'Search by name or what it does',
  categories: 'Category',
  all: 'All',
  connected: 'Connected',
  available: 'Available',
  found: '{0, plural, one {# integration} other {# integrations}}',
  tools: '{0, plural, one {# tool} other {# tools}}',
  status: {
    expired: 'Expired',
    error: 'Not working',
  },
  moreAccounts: '{0} and {1, plural, one {# more} other {# more}}',
  nothingFound: 'Nothing found',
  nothingFoundFor: 'No integration matches “{0}”. Try fewer words or another category.',
  nothingInCategory: 'There is nothing in this category.',
  clear: 'Clear search',
  empty: 'No integrations',
  emptyBody: 'This build of Gatehouse comes without integrations.',
} as const

/** Words of one integration’s page. */
export const integration = {
  back: 'Catalog',
  accounts: 'Accounts',
  connectedOn: 'connected {0}',
  authType: {
    oauth2: 'Browser sign-in',
    api_key: 'Key',
    client_credentials: 'App credentials',
  },
  permissions: '{0, plural, one {# permission} other {# permissions}}',
  default: 'Default',
  makeDefault: 'Make default',
  makeDefaultNamed: 'Make {0} the default',
  notAllowed: 'Not allowed: {0}. Reconnect and allow it to use what needs it.',
  reconnect: 'Reconnect',
  reconnectNamed: 'Reconnect {0}',
  disconnect: 'Disconnect',
  disconnectNamed: 'Disconnect {0}',
  disconnectTitle: 'Disconnect {0}?',
  disconnectBody:
    'Apps can no longer use this account. Gatehouse asks {0} to take the credential back, then forgets it.',
  disconnectKeyBody:
    'Apps can no longer use this account, and Gatehouse forgets the key. The key itself stays valid until you remove it in your settings at {0}.',
  keyStays: 'The key itself stays valid until you remove it in your settings at {0}.',
  disconnected: '{0} is disconnected',
  notRevoked:
    '{0} did not confirm that the credential is void. To be sure, remove it in your settings there.',
  tools: 'Tools',
  toolSummary: '{0, plural, one {# tool} other {# tools}}, {1, plural, one {# asks} other {# ask}} first',
  policyOf: 'Policy for {0}',
  defaultNote: '{0}. This is the default',
  reset: 'Reset to default',
  resetNamed: 'Reset {0} to default',
  hosts: 'Where the credential may go',
  hostsBody: 'Gatehouse sends it to these addresses and to no others.',
} as const

/** Words of accounts whose sign-in has ended. */
export const ended = {
  title: 'Reconnect {0}',
  waiting: '{0, plural, one {One call waits for it.} other {# calls wait for it.}}',
  more: '{0, plural, one {# more account} other {# more accounts}} to reconnect',
} as const

/** Words of what an account uses where a call names nothing. */
export const defaults = {
  label: 'Default: {0}',
  none: 'None',
  choose: 'Choose…',
  chooseNamed: 'Choose default {0}',
  clear: 'Clear',
  clearNamed: 'Clear default {0}',
  pick: 'Pick one',
  nothing: 'The account has nothing to pick from',
} as const
