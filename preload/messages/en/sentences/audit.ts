/** What is said of the activity log. */
export const audit = {
  noCall: 'The log holds no such call.',
  underWay: 'This is already under way.',
  notWritten: 'The file could not be written: {0}.',
  markDamaged:
    'The mark of where the activity log ends is damaged. Quit Gatehouse and start it again: it makes a new one.',
  reason: {
    forbidden: 'the folder does not let Gatehouse write there',
    readOnly: 'the disk can only be read',
    full: 'the disk is full',
    noFolder: 'the folder is not there',
    isFolder: 'there is a folder of that name',
    other: 'the disk did not take it',
  },
} as const
