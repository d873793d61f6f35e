import { z } from 'zod'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { postRow, postsAnswer, type Post } from './bluesky-answers.ts'

const node = z.object({
  post: postsAnswer.shape.posts.element.nullish(),
  get parent() {
    return node.nullish()
  },
  get replies() {
    return z.array(node).nullish()
  },
})

export const threadAnswer = z.object({ thread: node })

interface ThreadNode {
  /** Absent where a post is gone or blocked. */
  readonly post?: Post | null | undefined
  readonly parent?: ThreadNode | null | undefined
  readonly replies?: readonly ThreadNode[] | null | undefined
}

interface Placed {
  readonly post: Post
  /** 0 is the post that was asked for, below it are those it answers. */
  readonly depth: number
}

/**
 * A thread as one list: what the post answers, oldest first, the post, then each reply above its own replies.
 *
 * @param mostReplies beyond it the list ends, and `truncated` says so
 * @throws ProviderError 404 when the post itself is hidden
 */
export function threadRows(thread: ThreadNode, mostReplies: number) {
  if (!thread.post) throw new ProviderError(ownReason('postGone'), 404)
  const replies = below(thread, 1)
  const shown = [...above(thread), { post: thread.post, depth: 0 }, ...replies.slice(0, mostReplies)]
  return {
    posts: shown.map(({ post, depth }) => ({ depth, ...postRow(post) })),
    ...(replies.length > mostReplies && { truncated: true }),
  }
}

function above({ parent }: ThreadNode, depth = -1): readonly Placed[] {
  if (!parent?.post) return []
  return [...above(parent, depth - 1), { post: parent.post, depth }]
}

function below({ replies }: ThreadNode, depth: number): readonly Placed[] {
  return (replies ?? []).flatMap((reply) =>
    reply.post ? [{ post: reply.post, depth }, ...below(reply, depth + 1)] : [],
  )
}
