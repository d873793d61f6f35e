export type Comment = {
  readonly id: string
  readonly author: Person
  readonly body: unknown
  readonly created: string
}

export type Person = {
  readonly accountId: string
  readonly displayName: string
  readonly emailAddress: string
}

export type Issue = {
  readonly id: string
  readonly key: string
  readonly summary: string
  readonly description: unknown
  readonly comments: Comment[]
}

/** What one person sees at one simulated site. Tests may read and change it. */
export type JiraData = {
  readonly host: string
  readonly me: Person
  readonly projects: readonly { readonly id: string; readonly key: string; readonly name: string }[]
  readonly issues: Issue[]
}

/** A text in the Atlassian Document Format. */
export const documentOf = (words: string): unknown => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

/** Times as Jira writes them: without a colon in the zone. */
export const jiraTime = (at: number): string => new Date(at).toISOString().replace('Z', '+0000')

export const createJiraData = (host: string, now: number): JiraData => {
  const me = {
    accountId: '5b10a2844c20165700ede21g',
    displayName: 'Ada Lovelace',
    emailAddress: 'ada@example.com',
  }
  return {
    host,
    me,
    projects: [
      { id: '10000', key: 'LOOM', name: 'Looms' },
      { id: '10001', key: 'ENG', name: 'Engine' },
    ],
    issues: ['Threads snap at speed', 'Cards jam when damp'].map((summary, index) => ({
      id: String(20_001 + index),
      key: `LOOM-${index + 1}`,
      summary,
      description: documentOf(`${summary}. Seen twice.`),
      comments: [
        {
          id: String(30_001 + index),
          author: me,
          body: documentOf('Looking into it'),
          created: jiraTime(now - 3_600_000),
        },
      ],
    })),
  }
}
