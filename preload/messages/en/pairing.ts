/** Words of the question whether a program may use Gatehouse. */
export const pairing = {
  title: '{0} wants to use Gatehouse',
  knownTitle: '{0} wants to connect again',
  lead: 'Allow it only if you have just started this, and only if it shows the same code:',
  code: 'Code',
  asks: 'Asks',
  from: {
    program: 'A program on this computer. The name is its own word.',
    registered: 'An MCP client, through your browser. The name is its own word.',
    document: 'An MCP client, through your browser, by a document about it.',
  },
  document: 'Described at',
  documentLocal: 'Any program on this computer can say that it is the one that {0} describes.',
  redirect: 'Answer goes to',
  redirectTo: {
    computer: '{0}, a program on this computer',
    web: '{0}, a website',
    scheme: 'The program that opens {0} links',
  },
  known: 'You have allowed it before. Its old tokens end when you allow it again.',
  workspace: 'Workspace',
  name: 'Name in Gatehouse',
  toolkits: 'May use',
  noToolkits: 'No integrations exist to choose from.',
  chosen:
    '{0, plural, =0 {Nothing chosen} one {# integration chosen} other {# integrations chosen}}. You can change it later.',
  deny: 'Deny',
  allow: 'Allow',
} as const
