import { remedies } from '../remedies.ts'
import { request } from './request.ts'
import { connections } from './connections.ts'
import { signIn } from './sign-in.ts'
import { reach } from './reach.ts'
import { doctor } from './doctor.ts'
import { provider } from './provider.ts'
import { approvals } from './approvals.ts'
import { authorization } from './authorization.ts'
import { bridge } from './bridge.ts'
import { clients } from './clients.ts'
import { exposure } from './exposure.ts'
import { hub } from './hub.ts'
import { ipc } from './ipc.ts'
import { issue } from './issue.ts'
import { tools } from './tools.ts'
import { apps } from './apps.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { pairing } from './pairing.ts'
import { platform } from './platform.ts'
import { policies } from './policies.ts'
import { preferences } from './preferences.ts'
import { undo } from './undo.ts'
import { vault } from './vault.ts'
import { workspaces } from './workspaces.ts'

/** Every sentence that main says at run time, in English, a file for each of its rooms. */
export const sentences = {
  remedies,
  request,
  connections,
  signIn,
  reach,
  doctor,
  provider,
  approvals,
  authorization,
  bridge,
  clients,
  exposure,
  hub,
  ipc,
  issue,
  tools,
  apps,
  audit,
  backup,
  pairing,
  platform,
  policies,
  preferences,
  undo,
  vault,
  workspaces,
} as const
