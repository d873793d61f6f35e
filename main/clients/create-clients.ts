import type { Platform } from '../platform/platform.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { Settings } from '../settings/settings.ts'
import { createBackups } from './backups.ts'
import { createClientRecords } from './client-records.ts'
import type { SystemName } from './client-facts.ts'
import type { ClientApps } from './client-parts.ts'
import { createClients, type Clients } from './clients.ts'
import { diskLook, programVersion } from './disk-look.ts'
import { findNode } from './find-node.ts'
import type { StdioProgram } from './stdio-program.ts'

interface HubForClients {
  readonly platform: Pick<Platform, 'home' | 'systemId' | 'environment' | 'dataFolder' | 'clock'>
  readonly settings: Settings
  readonly apps: ClientApps
  readonly program: StdioProgram
  readonly bridgeUrl: () => string | null
  /** The words of a sentence in the person’s language. */
  readonly say: (sentence: Sentence) => string
}

/** Wires the work on clients' files to this computer. */
export function createHubClients(hub: HubForClients): Clients {
  const { platform, settings, apps, program, bridgeUrl, say } = hub
  const { dataFolder, clock } = platform
  const around = {
    system: systemNameOf(platform.systemId),
    home: platform.home,
    environment: platform.environment,
  }
  return createClients({
    around,
    look: diskLook,
    records: createClientRecords(settings),
    backups: createBackups(dataFolder),
    program,
    apps,
    dataFolder,
    now: () => clock.now(),
    bridgeUrl,
    say,
    node: () => findNode({ around, look: diskLook, version: programVersion }),
  })
}

/** Every other system keeps its files as Linux does. */
function systemNameOf(system: NodeJS.Platform): SystemName {
  return system === 'darwin' || system === 'win32' ? system : 'linux'
}
