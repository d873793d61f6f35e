/** What becomes of a sign-in at a service. */
export const signIn = {
  notFinished: 'The sign-in could not be finished.',
  tookTooLong: 'The sign-in took longer than ten minutes.',
  otherWay: 'The answer came back by another way than this sign-in’s.',
  notOfThis: '{0} gave an answer that does not belong to this sign-in.',
  needsClient: 'Signing in to {0} needs your OAuth client id.',
  needsSecret: 'Signing in to {0} by browser needs your OAuth client’s secret.',
  noBrowser: '{0} has no sign-in by browser.',
  portTaken: 'Another program uses port {0}, which this sign-in needs.',
  notRegistered: '{0} did not let Gatehouse register itself: {1}.',
  checkShowsMore: '{0} “Check connection” shows more.',
  trouble: '{0} has trouble at the moment (HTTP {1}). Nothing was connected; try again in a few minutes.',
  portal:
    'A web page answered in place of {0}. Open any page in your browser, sign in to the network, then try again.',
  code: {
    none: '{0} has no sign-in by code.',
    late: 'The code was not entered in time.',
    noPage: '{0} named no web page that takes the code.',
  },
  refused: {
    other: '{0} refused the sign-in: {1}.',
    denied: 'Access was not allowed at {0}. Nothing was connected.',
    expired: 'The code was not entered at {0} in time.',
    client: '{0} does not accept this OAuth client id or secret.',
    clientWay: '{0} does not let this OAuth app sign people in this way.',
    scope: 'This OAuth app may not ask for all permissions. Allow them in its settings at {0}.',
    unavailable: '{0} has trouble at the moment. Try again in a few minutes.',
  },
} as const
