/** Words that many screens share. */
export const ui = {
  cancel: 'Cancel',
  copied: 'Copied',
  dismiss: 'Dismiss',
  done: 'Done',
  hide: 'Hide {0}',
  loading: 'Loading',
  noAnswer: 'Gatehouse did not answer.',
  save: 'Save',
  show: 'Show {0}',
  showMore: 'Show more ({0, plural, one {# character} other {# characters}} left)',
  tryAgain: 'Try again',
} as const

/** Words of the frame around the screens. */
export const shell = {
  name: 'Gatehouse',
  sections: 'Sections',
  skip: 'Skip to content',
  notifications: 'Notifications',
  bridge: 'Bridge',
  bridgeRunning: 'Bridge is running',
  bridgeStarting: 'Bridge is starting…',
  bridgeStopped: 'Bridge is not running',
  copyAddress: 'Copy bridge address',
  waiting: '{0, plural, one {# request} other {# requests}} waiting',
  queueUnreadable: 'Requests could not be read',
} as const
