import type { Apps, PairedApp } from '../apps/apps.ts'
import { uniqueName } from './app-name.ts'
import type { Granted } from './asker.ts'
import type { PairingRecorder } from './pairing-recorder.ts'

interface PairAppDependencies {
  readonly apps: Apps
  /** Takes back what an app has asked with tokens that end now. */
  readonly withdraw: (appId: string) => void
  readonly recorder: Pick<PairingRecorder, 'joined'>
  readonly onChange: () => void
}

/** A token that was just made is in nobody's hands but the caller's. */
export interface NewlyPaired {
  readonly app: PairedApp
  readonly token: string
}

/** Makes an app of what the person has allowed. */
export interface PairApp {
  /** @returns the app with a token of its own */
  (granted: Granted): NewlyPaired
  /** The same for a client that gets its tokens otherwise: when it was let in before, its app goes on. */
  again(granted: Granted): PairedApp
}

export function createPairApp({ apps, withdraw, recorder, onChange }: PairAppDependencies): PairApp {
  const choose = (appId: string, granted: Granted): PairedApp => {
    const wanted = new Set(granted.toolkits)
    for (const id of apps.get(appId).toolkits) if (!wanted.has(id)) apps.setToolkit(appId, id, false)
    for (const id of wanted) if (!apps.get(appId).toolkits.has(id)) apps.setToolkit(appId, id, true)
    recorder.joined(granted, apps.get(appId))
    onChange()
    return apps.get(appId)
  }
  /** @param appId may keep its own */
  const freeName = ({ workspaceId, name }: Granted, appId?: string): string => {
    const others = apps.list(workspaceId).filter(({ id }) => id !== appId)
    const taken = others.map((other) => other.name)
    return uniqueName(name, taken)
  }
  const make = (granted: Granted): NewlyPaired => {
    const { app, token } = apps.add(granted.workspaceId, freeName(granted))
    try {
      return { app: choose(app.id, granted), token }
    } catch (error) {
      // Nobody will ever hold its token.
      apps.remove(app.id)
      throw error
    }
  }
  const again = (granted: Granted): PairedApp => {
    const known = apps.list(granted.workspaceId).find(({ id }) => id === granted.knownAppId)
    if (known === undefined) return make(granted).app
    apps.tokens.endOf(known.id)
    withdraw(known.id)
    apps.update(known.id, { name: freeName(granted, known.id) })
    return choose(known.id, granted)
  }
  return Object.assign(make, { again })
}
