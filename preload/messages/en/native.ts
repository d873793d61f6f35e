/** What is said outside the window: tray, notifications, the system’s dialogs, pages in the browser. */
export const native = {
  tray: {
    open: 'Open Gatehouse',
    openWaiting: '{0, number} waiting for your answer…',
    pause: 'Pause all apps',
    quit: 'Quit Gatehouse',
    toolTip: 'Gatehouse: {0}',
    paused: 'all apps are paused',
    waiting: '{0, number} waiting for your answer',
  },
  notice: {
    ended: 'Reconnect {0}',
    endedBody: 'The sign-in of {0} has ended. Calls wait for it.',
    stillRunning: 'Gatehouse goes on running',
    stillRunningBody: 'Your AI apps stay connected. Open or quit Gatehouse from its icon beside the clock.',
    locked: 'Gatehouse is locked',
    lockedBody: 'Enter your passphrase so that your AI apps can work.',
    allowOnce: 'Allow once',
    deny: 'Deny',
    question: '{0} asks for your permission',
    waiting: '{0, plural, one {An app waits for your answer.} other {# questions wait for your answer.}}',
  },
  dialog: {
    backup: 'Gatehouse backup',
    cannotOpen: 'Gatehouse cannot open its data',
  },
  /** The page after a sign-in in the browser. */
  signIn: {
    done: 'You can close this and go back to Gatehouse.',
    failed: 'It did not work: see Gatehouse for the reason.',
    unexpected: 'No sign-in is waiting for this. Start it again in Gatehouse.',
    nothing: 'There is nothing here.',
  },
  /** The pages while a program asks to come in through the browser. */
  consent: {
    title: 'Answer in Gatehouse',
    heading: 'Gatehouse asks you on your desktop whether {0} may connect',
    code: 'The code there must be the same as this one:',
    otherwise:
      'If it is another, or you did not start this, choose Deny in Gatehouse. This page goes on by itself.',
    cancel: 'Cancel',
    problemTitle: 'Not connected',
    problem: 'This program could not be connected',
    wait: 'Wait a while, then start again in the program.',
    again: 'Close this page and start again in the program. Programs can also be added by hand in Gatehouse.',
  },
  /** Of the entry that starts Gatehouse at login. */
  autostart: 'Keeps your AI apps connected',
} as const
