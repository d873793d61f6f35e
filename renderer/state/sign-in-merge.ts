import type { SignIn } from '../../preload/contract/shapes.ts'

/**
 * Which of two sign-ins of one integration to show when news arrives.
 * Answers and events may overtake each other: an ended sign-in never goes back to waiting,
 * and the end of an earlier one does not hide the one that replaced it.
 */
export function mergeSignIn(shown: SignIn | undefined, news: SignIn): SignIn {
  if (shown === undefined) return news
  if (shown.id === news.id) return news.status === 'waiting' ? shown : news
  return news.status === 'waiting' || shown.status !== 'waiting' ? news : shown
}
