import { join } from 'node:path'

/** Electron's `productName`: it names the data folder. */
const PRODUCT = 'Gatehouse'

export interface Surroundings {
  readonly system: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
}

type Parent = (surroundings: Surroundings) => string

/** Where Electron puts the data of an app (`app.getPath('appData')`); every other system does as Linux does. */
const PARENTS: Partial<Record<NodeJS.Platform, Parent>> = {
  darwin: ({ home }) => join(home, 'Library', 'Application Support'),
  win32: ({ environment, home }) => environment['APPDATA'] || join(home, 'AppData', 'Roaming'),
}

const linuxParent: Parent = ({ environment, home }) => environment['XDG_CONFIG_HOME'] || join(home, '.config')

/** @returns the app's data folder: what GATEHOUSE_DATA says, else where the system keeps such folders */
export function dataFolder(surroundings: Surroundings): string {
  const parent = PARENTS[surroundings.system] ?? linuxParent
  return surroundings.environment['GATEHOUSE_DATA'] || join(parent(surroundings), PRODUCT)
}
