/** Words of setting up AI programs for the person. */
export const clients = {
  title: 'Add to a program',
  lead: 'Gatehouse can write the settings of these programs for you: you see the change first, a copy is kept, and it can be undone.',
  open: {
    no: 'Add to {0}',
    other: 'Add to {0}',
    yes: '{0}, added',
    stale: 'Update {0}',
  },
  state: {
    add: 'Add',
    notFound: 'Not found here',
    waiting: 'Added, not connected yet',
    stale: 'Needs an update',
    problem: 'Settings cannot be read',
    other: 'Has another “gatehouse”',
  },
  addTitle: 'Add to {0}',
  updateTitle: 'Update {0}',
  addedTitle: '{0} is set up',
  file: 'File',
  newFile: 'New file',
  backup: 'Copy of the file as it is now',
  backupKept: 'Copy of the file as it was',
  change: 'Change',
  changeNote:
    'The token is made when you press the button and goes into this file only. Secrets are hidden here.',
  line: {
    added: 'Added:',
    removed: 'Removed:',
    same: '',
    gap: 'Lines left out',
  },
  add: 'Add',
  update: 'Update',
  stale:
    'Its settings lead to an address or a token that is no longer in use. Updating writes the current ones.',
  waitingFor: 'Waiting for {0}',
  connected: '{0} connected {1}',
  secondsAgo: '{0} s ago',
  undo: 'Undo',
  undoTitle: 'Take Gatehouse out of {0}?',
  undoBody:
    'The file becomes as it was before; if it was changed since, only the entry of Gatehouse is removed. Its token stops working at once, and its remembered answers are forgotten.',
  undone: 'Gatehouse is out of {0}',
} as const
