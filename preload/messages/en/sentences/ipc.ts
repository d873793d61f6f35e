/** Why the window’s wish cannot be carried out. */
export const ipc = {
  noAccount: 'There is no such account.',
  noLongerAccepted: '{0} no longer accepts it.',
  noApp: 'There is no such app.',
  noPage: 'The integration names no such page.',
  noDefault: 'There is no such default.',
  choicesNotRead: 'The question about reading the choices was not answered.',
  settingAboutNothing: 'A setting is about a tool, an app, or both.',
  noRule: 'This rule no longer exists.',
  otherIntegration: 'The account belongs to another integration than the tool.',
  endsInPast: 'The rule would end in the past. Choose a later day.',
} as const
