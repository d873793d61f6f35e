import type { Site } from './exchange.ts'
import { startGitHub, type SimulatedGitHub } from './github.ts'
import { startGitLab, type SimulatedGitLab } from './gitlab.ts'
import { gitExample, gitlabDotCom } from './gitlab/servers.ts'
import { startGoogle, type SimulatedGoogle } from './google.ts'
import { startJira, type SimulatedJira } from './jira.ts'
import { startLinear, type SimulatedLinear } from './linear.ts'
import { startMastodon, type SimulatedMastodon } from './mastodon.ts'
import { startNotion, type SimulatedNotion } from './notion.ts'
import { startSlack, type SimulatedSlack } from './slack.ts'
import { startZoom, type SimulatedZoom } from './zoom.ts'

/** The services that are always there. */
export type Services = {
  readonly linear: SimulatedLinear
  readonly github: SimulatedGitHub
  readonly google: SimulatedGoogle
  readonly slack: SimulatedSlack
  readonly notion: SimulatedNotion
  readonly gitlab: SimulatedGitLab
  /** A GitLab of somebody's own, at git.example.org. */
  readonly gitExample: SimulatedGitLab
  /** fedi.example.org */
  readonly mastodon: SimulatedMastodon
  readonly zoom: SimulatedZoom
  /** acme.atlassian.net */
  readonly jira: SimulatedJira
}

/** Starts them all. */
export const startServices = async (): Promise<{ readonly services: Services; readonly sites: Site[] }> => {
  const [linear, google, gitlab, example, mastodon] = await Promise.all([
    startLinear(),
    startGoogle(),
    startGitLab(gitlabDotCom),
    startGitLab(gitExample),
    startMastodon(),
  ])
  const [github, slack, notion] = [startGitHub(), startSlack(), startNotion()]
  const [zoom, jira] = [startZoom(), startJira()]
  const started = [linear, google, gitlab, example, mastodon, github, slack, notion, zoom, jira]
  return {
    services: {
      linear: linear.control,
      github: github.control,
      google: google.control,
      slack: slack.control,
      notion: notion.control,
      gitlab: gitlab.control,
      gitExample: example.control,
      mastodon: mastodon.control,
      zoom: zoom.control,
      jira: jira.control,
    },
    sites: started.map(({ site }) => site),
  }
}
