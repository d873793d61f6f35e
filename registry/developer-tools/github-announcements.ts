import { documentPreview } from '../document-preview.ts'
import { quote } from '../sentences.ts'

interface Repository {
  readonly owner: string
  readonly repo: string
}

interface IssueText {
  readonly title?: string | undefined
  readonly body?: string | undefined
}

/** How a person names an issue or pull request: `owner/repo#12`; a new issue has no number yet. */
export function nameOf({ owner, repo }: Repository, number?: number): string {
  return number === undefined ? `${owner}/${repo}` : `${owner}/${repo}#${number}`
}

/** An issue or pull request in a sentence of the dialog. */
export function reference(repository: Repository, number: number): string {
  return quote(nameOf(repository, number))
}

/** An issue, or a comment on one, as it will be read. */
export function issuePreview(args: Repository & IssueText & { readonly issue_number?: number }) {
  const { title, body, issue_number } = args
  return documentPreview({ place: nameOf(args, issue_number), title, body })
}
