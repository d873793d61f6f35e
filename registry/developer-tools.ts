import type { Integration } from './define.ts'
import { github } from './developer-tools/github.ts'
import { gitlab } from './developer-tools/gitlab.ts'
import { jira } from './developer-tools/jira.ts'
import { sentry } from './developer-tools/sentry.ts'
import { vercel } from './developer-tools/vercel.ts'

/** In the order a person sees them. */
export const developerTools: readonly Integration[] = [github, gitlab, jira, sentry, vercel]
