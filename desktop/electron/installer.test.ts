import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
// electron-builder brings these; its own check needs no network.
const builder = createRequire(require.resolve('electron-builder/package.json'))
const { load } = builder('js-yaml') as { load(text: string): Record<string, unknown> }
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  validateConfiguration(config: unknown, log: { isEnabled: boolean; add(): void }): Promise<void>
}

async function configuration(): Promise<Record<string, unknown>> {
  return load(await readFile(join(root, 'electron-builder.yml'), 'utf8'))
}

const validated = (config: unknown) => validateConfiguration(config, { isEnabled: false, add: () => {} })

test('electron-builder accepts its configuration, and would refuse a wrong one', async () => {
  const config = await configuration()
  await validated(config)
  await expect(validated({ ...config, linux: { targets: 1 } })).rejects.toThrow(/configuration.linux/)
})

test('the installer holds the Electron that the project is built with', async () => {
  expect((await configuration()).electronVersion).toBe(packageJson.devDependencies.electron)
  expect(packageJson.main).toBe('dist/electron/main.js')
})

test('the installer holds built programs, no sources, and is never published from here', async () => {
  const { files, publish, asar } = await configuration()
  expect((files as string[]).filter((pattern) => !pattern.startsWith('!'))).toEqual(['dist/**', 'package.json'])
  expect(publish).toBeNull()
  expect(asar).toBe(true)
})
