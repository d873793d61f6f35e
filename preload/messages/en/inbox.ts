/** Words of the list of questions. */
export const inbox = {
  title: 'Inbox',
  lead: 'What apps have asked you, and what you said.',
  waiting: 'Waiting for you',
  nothing: 'Nothing is waiting',
  nothingBody: 'When an app wants to do something that needs your yes, it is listed here until you answer.',
  answer: 'Answer',
  answerNamed: 'Answer {0}: {1}',
  askedBy: '{0} asks',
  inWorkspace: '{0}, in {1}',
  answered: 'Answered lately',
  answeredEmpty: 'Your answers to the last calls are listed here.',
  all: 'Show all activity',
} as const
