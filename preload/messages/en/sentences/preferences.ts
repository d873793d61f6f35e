/** What is said of how the program behaves on this computer. */
export const preferences = {
  loginItem:
    'The system did not let this be changed. Change it in the system’s own settings for programs that start at login.',
} as const
