/** Lines of the connection check: what was looked at, what is the case, and what to do. */
export const doctor = {
  titles: {
    vault: 'Vault',
    client: 'OAuth app',
    redirect: 'Redirect URI',
    protocol: 'Way back from the browser',
    port: 'Port {0}',
    clock: 'Clock',
    account: 'Account',
    scopes: 'Permissions',
  },
  withRemedy: '{0} {1}',
  late: 'There was no answer within {0} seconds. {1}',
  tryAgain: 'Try again.',
  notLooked: 'This could not be looked at.',
  vault: {
    withoutKeychain: 'Credentials can be kept; the keychain is not needed.',
    fine: 'Credentials can be kept: the keychain takes, gives back and deletes.',
    forgets:
      'The vault is open, but the keychain did not give back what it was given. Gatehouse may not find its key there at the next start.',
    late: 'The keychain may be waiting for you to unlock it: look for its window.',
  },
  client: {
    depends: 'Which one is used depends on the server that you name when you connect.',
    missing: 'Signing in to {0} needs the client id of an OAuth app of yours.',
    automatic: 'Gatehouse registers itself at {0}. Nothing to set up.',
    locked: 'The client id is saved, but cannot be read while the vault is closed.',
    withSecret: 'Client id and client secret are set. The provider sees them at sign-in.',
    fine: 'A client id is set. The provider sees it at sign-in.',
    needsSecret: 'Signing in to {0} by browser needs the client secret as well.',
    needsSecretBeside:
      'Signing in to {0} by browser needs the client secret as well. Set {1} beside {2} and start Gatehouse again.',
    needsItBeside:
      'Signing in to {0} by browser needs the client secret as well. Set it beside {1} and start Gatehouse again.',
  },
  redirect: {
    automatic: 'Gatehouse registers {0} itself.',
    mustList: 'Your OAuth app must list exactly this one: {0}',
  },
  protocol: {
    fine: 'The link at the end of a sign-in opens Gatehouse.',
    unknown:
      'The system does not say which program opens the link at the end of a sign-in. If a sign-in does not come back, let Gatehouse open it.',
    nobody: 'No program opens the link at the end of a sign-in, so that none comes back to Gatehouse.',
    other:
      'Another program, “{0}”, opens the link at the end of a sign-in, so that none comes back to Gatehouse.',
  },
  port: {
    ours: 'A sign-in of Gatehouse is waiting there for its answer.',
    free: 'It is free for the answer of a sign-in.',
    forbidden: 'The system does not let Gatehouse use port {0}, which this sign-in needs.',
    taken: 'Another program uses port {0}, which this sign-in needs. Quit it, then try again.',
    takenBy: 'Another program, “{1}”, uses port {0}, which this sign-in needs. Quit it, then try again.',
  },
  clock: {
    fine: 'This computer’s clock is right.',
    slow: 'This computer’s clock is {0} slow. Let the system set it by itself, in its settings for date and time.',
    fast: 'This computer’s clock is {0} fast. Let the system set it by itself, in its settings for date and time.',
    signInsFail: '{0} Sign-ins fail with a wrong clock.',
    noneValid:
      'To this computer no certificate is valid now, so its clock is most likely wrong. Set date and time.',
    unknown: 'No service answered with its time, so the clock could not be compared.',
    seconds: '{0} seconds',
    minutes: '{0} minutes',
    hours: '{0} hours',
    days: '{0} days',
  },
  network: {
    reached: 'Reached directly, and the connection is secure.',
    reachedBy: 'Reached through the proxy {0}, and the connection is secure.',
    down: 'It was reached directly, but answers with HTTP {0}. If calls fail as well, the service is down: try again later.',
    downBy:
      'It was reached through the proxy {1}, but answers with HTTP {0}. If calls fail as well, the service is down: try again later.',
  },
  account: {
    fine: '{0} accepts this account.',
    notAsked: '{0} cannot be asked about it.',
    refused: 'The account was not accepted: {0}.',
    locked: 'Its credential cannot be read while the vault is closed.',
    reconnect: '{0} Reconnect it.',
  },
  scopes: {
    fine: 'Everything that was asked for is allowed.',
    missing: 'Not allowed at {0}: {1}. Tools that need it fail. Reconnect and allow it.',
    one: '“{0}”',
    more: '{0}, “{1}”',
  },
} as const
