/** What the registry itself has to say of a call that cannot be carried out; a provider's own words are no part of it. */
export const OWN_REASONS = {
  notJson: '{0} answered with something that is not JSON',
  unexpectedShape: '{0} answered in an unexpected shape at {1}',
  unexpectedTop: '{0} answered in an unexpected shape at its top',
  tooLong: '{0} answered with more than 10 MiB',
  status: '{0} answered with HTTP {1}',
  queryRefused: '{0} refused the query with HTTP {1}',
  brokenOff: '{0} broke off its answer',
  invalidPath: 'invalid path: “{0}” must not be empty, “.” or “..”',
  notAUrl: 'the address is not a URL',
  otherAccountsTool: 'a tool of {0} may not use the account of {1}',
  notSentTo: 'the account’s credential may not be sent to {0}',
  noPlace: 'the address has no place for the credential',
  redirected: '{0} redirected the request to where it may not go',
  cursor: '“cursor” is not a next_cursor of this tool',
  noField: 'No field to change was given',
  noLabel: 'No label was given',
  noTag: 'No tag to add or remove was given',
  nobody: 'Nobody to add or remove was given',
  nothingToAdd: 'The Markdown holds nothing to add',
  oneNeeded: 'One of {0}, {1} and {2} is needed',
  onlyOneOfTwo: 'Of {0} and {1} only one can be given',
  onlyOneOfThree: 'Of {0} and {1} and {2} only one can be given',
  tooManyBlocks: '{0} takes {1} blocks at once, and these are {2}: split the text',
  emailOfOne: '“email” belongs to type user or group, and is needed there',
  notATime: '“{0}” is not a time',
  rowsBackwards: '“last_row” must not lie before “first_row”',
  notAPostUri: '“uri” is not that of a post, like, repost or follow',
  notWaiting: '“update_id” is not that of a waiting update',
  otherSubject: 'The subject of this campaign is “{0}”, not “{1}”',
  cannotGo: '“{0}” cannot go to “{1}”, only to {2}',
  cannotGoAnywhere: '“{0}” cannot go to “{1}”, only to nothing',
  firstName: '“{0}”',
  moreNames: '{0}, “{1}”',
  pollEdited: 'A post with a poll would lose its votes when edited here',
  notText: 'Not a text file',
  notTextUse: 'Not a text file: use {0}',
  noTable: 'The base has no table of that id or name',
  noAttachment: 'The message has no attachment with that part_id',
  noHandle: 'Nobody has this handle',
  noPost: 'There is no such post',
  postGone: 'The post is gone, or one of you blocked the other',
  otherOwner: 'It belongs to another account',
  notAttending: 'You are not among the attendees of this event',
  attendeesHidden: '{0} does not show all attendees of this event, so they cannot be changed',
  noOrganization: 'This token reaches no organization',
  noSite: 'This sign-in reaches no site with {0}',
  noAccountNamed: '{0} does not say whose account it is',
  invalidToken: 'Invalid token',
  scopeNeeded: '{0}: the token needs the scope {1}',
  appPassword:
    '{0} wants a code from an e-mail with this password: use an app password, not the account’s own',
  rateLimit: 'rate limit exceeded',
  noReason: '{0} did not carry it out and gave no reason',
  refusedSilently: '{0} refused without a reason',
  chatMoved: '{0}; its chat_id is now {1}',
  modelFailed: 'The model failed and gave no reason',
  notMerged: '{0} did not merge it',
  changedNothing: '{0} changed nothing and does not say why',
  noProduct: '{0} knows no such product',
  noInventoryItem: '{0} knows no such inventory item',
  noOrder: '{0} knows no such order',
  noDraftOrder: '{0} knows no such draft order',
  fileKept: '{0} does not hand this file out',
  noTranscript: '{0} has no transcript of this meeting',
  noTranscriptBecause: '{0} has no transcript of this meeting: {1}',
  transcriptElsewhere: '{0} keeps the transcript at {1}, which is not this account’s own',
  transcriptNowhere: '{0} keeps the transcript at no address, which is not this account’s own',
  transcriptKept: '{0} does not hand out this transcript',
} as const

type OwnReasonKey = keyof typeof OWN_REASONS
type Value = string | number | OwnReason

type Values<M extends string> = M extends `${string}{2}${string}`
  ? readonly [Value, Value, Value]
  : M extends `${string}{1}${string}`
    ? readonly [Value, Value]
    : M extends `${string}{0}${string}`
      ? readonly [Value]
      : readonly []

/** A reason by its name, so that it can be said in the person's language. */
export interface OwnReason {
  readonly key: OwnReasonKey
  /** For its places: names, numbers, a provider's words, or another reason. */
  readonly values: readonly Value[]
}

/** @param values as many as the reason has places */
export function ownReason<K extends OwnReasonKey>(
  key: K,
  ...values: Values<(typeof OWN_REASONS)[K]>
): OwnReason {
  return { key, values }
}

/** The reason in English, as models read it. */
export function ownReasonText({ key, values }: OwnReason): string {
  return OWN_REASONS[key].replaceAll(/\{(\d)\}/g, (place, index: string) => {
    const value = values[Number(index)] ?? place
    return typeof value === 'object' ? ownReasonText(value) : String(value)
  })
}
