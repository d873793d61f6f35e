/** What the pages in the browser say when a program cannot be connected; programs are told the same in ASCII. */
export const authorization = {
  noName: 'The program did not say who it is, or where it can be answered.',
  notRegistered: 'The program is not registered here.',
  otherAddress: 'The program wants to be answered at another address than it said.',
  twice: 'A parameter is given twice.',
  noPage: 'There is no such page.',
  over: 'This request is over.',
  browserOnly: 'This address is for the browser’s own window only.',
  tooMany: 'Too many programs have asked to be let in.',
  tooManyRegistered: 'Too many programs have registered.',
  form: {
    otherType: 'The body is not application/x-www-form-urlencoded.',
    tooLarge: 'The body is larger than 16 kB.',
  },
  document: {
    notValid: 'The client metadata document is not valid.',
    otherClient: 'The client metadata document is about another client.',
    notPublic: 'The client id does not lead to a public website.',
    noAddress: 'The client id is not an address.',
    noDocument: 'The client id is not the address of a document.',
    notFetched: 'The client metadata document could not be fetched.',
    tooLarge: 'The client metadata document is too large.',
  },
} as const
