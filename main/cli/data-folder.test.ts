import { expect, it } from 'vitest'
import { dataFolder } from './data-folder.ts'
import manifest from '../../package.json' with { type: 'json' }

it.each([
  ['linux', {}, '/home/ada/.config/Gatehouse'],
  ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Gatehouse'],
  ['linux', { GATEHOUSE_DATA: '/elsewhere' }, '/elsewhere'],
  ['darwin', { XDG_CONFIG_HOME: '/conf' }, '/home/ada/Library/Application Support/Gatehouse'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Gatehouse'],
] as const)('looks where the app keeps its data, on %s with %o', (system, environment, folder) => {
  expect(dataFolder({ system, environment, home: '/home/ada' })).toBe(folder)
})

it('names the folder as Electron does, by the product’s name', () => {
  expect(dataFolder({ system: 'linux', environment: {}, home: '' })).toMatch(
    new RegExp(`/${manifest.productName}$`),
  )
})
