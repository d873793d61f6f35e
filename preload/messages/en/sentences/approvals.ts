/** What becomes of questions to the person. */
export const approvals = {
  tooMany: '{0} already has {1} questions open.',
  notRenewed: 'The sign-in of {0} was not renewed in time.',
  noLongerOpen: 'This question is no longer open.',
  unrecorded: 'The call was started, but its end could not be recorded.',
  unlike: 'These calls are not of one app, tool and account: answer them one by one.',
  oneByOne: 'Calls of this kind are allowed one by one.',
  answerNotKept: 'The answer could not be kept.',
  unchangeable: 'What Gatehouse itself would do can be allowed or denied, not changed.',
  noApproval: 'There is no such approval.',
  denied: 'The person did not allow this call.',
  deniedBecause: 'The person did not allow this call. They say: “{0}”',
  toolBlocked: 'The tool was blocked.',
  expired: 'Nobody answered in time.',
  withdrawn: 'The request was withdrawn before an answer.',
  handedOver: 'The result was handed over or is over a day old.',
  stopped: 'Gatehouse stopped while the call was running.',
} as const
