import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { atomicFolder } from './atomic-folder.mjs'
import { projectCache } from './project-paths.mjs'
import { run } from './run-command.mjs'

/** What the bridge is measured beside: name and version. */
const gateways = { 'mcp-hub': '4.2.1', 'mcp-proxy': '6.7.19', supergateway: '4.0.0' }

/**
 * Installs the gateways once, apart from the project: nothing but the bench needs them.
 * @returns {Promise<string>} the folder of their commands
 */
export async function installGateways() {
  const versions = Object.entries(gateways).map(([name, version]) => `${name}@${version}`)
  const folder = await atomicFolder(join(projectCache, `gateways ${versions.join(' ')}`), async (partial) => {
    await writeFile(join(partial, 'package.json'), JSON.stringify({ private: true, dependencies: gateways }))
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: partial })
  })
  return join(folder, 'node_modules', '.bin')
}
