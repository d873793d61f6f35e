type MailSeed = {
  /** Mails of one conversation share it. */
  readonly thread: string
  readonly hoursAgo: number
  readonly from: string
  readonly to?: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly labels: readonly string[]
  readonly attachments?: readonly {
    readonly filename: string
    readonly mimeType: string
    readonly content: string
  }[]
}

const grace = 'Grace Hopper <grace@example.com>'
const ada = 'Ada Lovelace <ada@example.com>'

export const mailSeeds: readonly MailSeed[] = [
  {
    thread: 'launch',
    hoursAgo: 50,
    from: grace,
    subject: 'Launch date',
    text: 'Hi Ada,\r\n\r\nis the 14th still good for the launch?\r\n\r\nGrace\r\n',
    labels: ['INBOX'],
  },
  {
    thread: 'launch',
    hoursAgo: 48,
    from: ada,
    to: grace,
    subject: 'Re: Launch date',
    text: 'Yes, it is.\r\n\r\nOn Friday Grace Hopper <grace@example.com> wrote:\r\n> is the 14th still good?\r\n',
    labels: ['SENT'],
  },
  {
    thread: 'launch',
    hoursAgo: 3,
    from: grace,
    subject: 'Re: Launch date',
    text: 'Great. The checklist is attached.\r\n',
    html: '<p>Great. The checklist is <b>attached</b>.</p>',
    labels: ['INBOX', 'UNREAD', 'IMPORTANT'],
    attachments: [
      {
        filename: 'checklist.txt',
        mimeType: 'text/plain',
        content: '1. Freeze the code\n2. Call everybody\n',
      },
    ],
  },
  {
    thread: 'invoice',
    hoursAgo: 20,
    from: 'Accounts <billing@meridian.example>',
    subject: 'Your receipt from Meridian',
    text: 'You paid €42.00. It’s all settled.\r\n',
    labels: ['INBOX', 'Label_1'],
  },
  {
    thread: 'newsletter',
    hoursAgo: 8,
    from: 'The Difference Engine <news@engine.example>',
    subject: 'Ten programs for looms',
    text: '',
    html: '<style>p{color:red}</style><h1>Ten programs</h1><p>Read <a href="https://engine.example/10">them all</a>.</p>',
    labels: ['INBOX', 'UNREAD'],
  },
  {
    thread: 'spam',
    hoursAgo: 5,
    from: 'Prince <prince@spam.example>',
    subject: 'Urgent launch of your fortune',
    text: 'Dear friend',
    labels: ['SPAM', 'UNREAD'],
  },
]
