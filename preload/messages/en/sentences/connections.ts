/** What the person is told of an account: why it cannot be connected, used or renewed. */
export const connections = {
  noAccount: 'There is no such account.',
  ended: 'The sign-in of {0} has ended.',
  noLongerAccepts: '{0} no longer accepts it.',
  signInRefused: '{0} no longer accepts this account’s sign-in.',
  hasEnded: '{0} has ended the sign-in: it was revoked, or too old.',
  /** A provider’s habit, in the words of its definition, which has a translation of its own. */
  habit: '{0}',
  cutOff:
    'Gatehouse was cut off while it renewed this sign-in, and {0} no longer takes the token from before. Sign in again: what you have set for this account is kept.',
  belongsToOther: 'You signed in as {0}, but this connection belongs to {1}.',
  unusablePlace: '{0} gave an unusable answer about where the account lives.',
  takesNoKey: '{0} takes no key.',
  keyRefused: '{0} does not accept this key.',
  newSignInRefused: '{0} does not accept the sign-in it has just given.',
  noLongerThisWay: '{0} can no longer be connected this way.',
  connectedWithLess: 'This account was connected with less than is needed now.',
  /** What an integration says of a call that it cannot carry out. */
  itself: '{0}: {1}',
  unreachable: '{0} could not be reached. {1}',
  values: {
    refused: '{0} does not accept these values.',
    askedTooOften: '{0} is asked too often.',
    answered: '{0} answered with HTTP {1}.',
    itSays: '{0} It says: {1}.',
    noToken: '{0} gave no token in its answer.',
  },
  renewal: {
    clientGone: 'The OAuth client id of {0} is no longer set.',
    clientRefused: '{0} does not accept the OAuth client id or secret, so the sign-in was not renewed.',
    refused: '{0} did not renew the sign-in: {1}.',
    unreadable: '{0} gave an unreadable answer when renewing the sign-in.',
    notWritten: 'The renewed sign-in could not be written to the disk. Make room on it, then try again.',
  },
  entered: {
    missing: 'Enter “{0}”.',
    otherForm: '“{0}” does not have the form such a value has.',
    otherFormSuchAs: '“{0}” does not have the form such a value has, such as {1}.',
    noKey: '“{0}” holds spaces or characters that no key has.',
    unseen: '“{0}” holds characters that cannot be seen.',
    noServer: '“{0}” is not the name of a server. It must use https.',
    noServerSuchAs: '“{0}” is not the name of a server, such as {1}. It must use https.',
    onlyBefore: '“{0}” is only the part before “{1}”.',
    onlyBeforeSuchAs: '“{0}” is only the part before “{1}”, such as {2}.',
  },
} as const
