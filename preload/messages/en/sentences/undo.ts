/** What is said when something cannot be taken back. */
export const undo = { tooLate: 'This can no longer be taken back. Set it again by hand.' } as const
