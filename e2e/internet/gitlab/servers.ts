/** One GitLab: where it is, who signs in there, and the OAuth apps that exist there and nowhere else. */
export type GitLabServer = {
  readonly host: string
  readonly user: {
    readonly id: number
    readonly username: string
    readonly name: string
    readonly email: string
  }
  readonly clients: readonly Readonly<Record<string, unknown>>[]
  readonly personalToken: string
  readonly projects: readonly (readonly [path: string, description: string])[]
}

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

const application = {
  application_type: 'native',
  client_name: 'Gatehouse',
  redirect_uris: ['app.gatehouse.desktop:/oauth/callback'],
  grant_types: ['authorization_code', 'refresh_token', deviceGrant],
  response_types: ['code'],
}

/** Every server counts its people from one: Ada has the same number and the same name on both. */
const ada = { id: 2, username: 'ada', name: 'Ada Lovelace' }

export const gitlabDotCom: GitLabServer = {
  host: 'gitlab.com',
  user: { ...ada, email: 'ada@example.com' },
  clients: [{ ...application, client_id: 'gatehouse-gitlab', token_endpoint_auth_method: 'none' }],
  personalToken: 'glpat-valid',
  projects: [
    ['meridian/website', 'The public site'],
    ['meridian/engine', 'Counts things'],
    ['ada/notes', 'On the analytical engine'],
  ],
}

export const gitExample: GitLabServer = {
  host: 'git.example.org',
  user: { ...ada, email: 'ada@example.org' },
  clients: [
    {
      ...application,
      client_id: 'gatehouse-git-example',
      client_secret: 'git-example-secret',
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  personalToken: 'glpat-example',
  projects: [
    ['workshop/looms', 'Patterns on punched cards'],
    ['workshop/clocks', 'Escapements'],
  ],
}
