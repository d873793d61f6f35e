/** What is said of a backup that cannot be written or restored. */
export const backup = {
  newer: 'This backup was made by a newer Gatehouse ({0}). Update Gatehouse, then restore it.',
  notOpened: 'The file could not be opened.',
  notOurs: 'This is not a backup of Gatehouse, or its beginning is damaged.',
  damaged: 'The backup is damaged: it is not what was written. Nothing was changed. Use another copy of it.',
  database: {
    foreign: 'The database in the backup was not made by Gatehouse. Nothing was changed.',
    damaged: 'The database in the backup is damaged. Nothing was changed. Use another copy.',
    unreadable: 'The database in the backup could not be read. Nothing was changed. Use another copy.',
  },
  closed: 'This backup is no longer open. Choose its file again.',
  key: {
    none: 'This backup holds no key.',
    notPassphrase: 'This is not the passphrase of this backup. Nothing was changed.',
    other: 'The key in this backup does not fit its credentials.',
  },
  ownFolder: 'Choose a place outside the folder in which Gatehouse keeps its data.',
  notWritten: 'The backup could not be written there: {0} Choose another place.',
  reason: {
    full: 'the disk is full.',
    forbidden: 'you may not write in that folder.',
    readOnly: 'that disk can only be read.',
    gone: 'the folder is gone.',
    other: 'the system says {0}.',
  },
} as const
