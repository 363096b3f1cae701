import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { aboutCenter } from '#shared/contract/session.ts'
import { readTilesIndex } from '#tiles/cim/tiles-index.ts'
import { runChild, startChild, writeSite, writeUntiledSite } from './testing/child.ts'
import { ask } from './testing/client.ts'
import { tempFolder } from './testing/start.ts'
import { until } from './testing/until.ts'

const DEMO_SITE = join(import.meta.dirname, '../dist/demo')

let folder: string
let data: string
beforeEach(async () => {
  folder = await tempFolder()
  // Not after each test: that comes before its programs are ended, and they would still write there.
  const mine = folder
  onTestFinished(() => rm(mine, { recursive: true, force: true }))
  data = join(folder, 'data')
})

const ports = ['--port', '0', '--mqtt-port', '0']

/** It ends at once with 1 and says what is wrong, where, and what to do. */
async function refuses(args: string[], code: string, ...says: (string | RegExp)[]): Promise<void> {
  const { code: exit, output } = await runChild(args)
  expect(output).toContain(`Ankan cannot start [${code}]`)
  for (const text of says) expect(output).toMatch(text)
  expect(output).not.toMatch(/fault in Ankan itself|\n\s+at /)
  expect(exit).toBe(1)
}

test('a port in use is named, HTTP and MQTT', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const port = String((taken.address() as AddressInfo).port)
  await refuses(['--data', data, '--port', port, '--mqtt-port', '0'], 'start.port-in-use', port, 'HTTP', '--port N')
  await refuses(
    ['--data', data, '--port', '0', '--mqtt-port', port],
    'start.port-in-use',
    port,
    'MQTT',
    '--mqtt-port N',
  )
  taken.close()
})

test('a folder that cannot be written is named', async () => {
  await writeFile(data, 'a file')
  const below = join(data, 'below')
  await refuses(['--data', below, ...ports], 'start.folder-not-writable', below, '--data DIR')
})

test('a folder that another server works in is named; when that one ends it is free', async () => {
  const first = await startChild(['--data', data])
  await refuses(['--data', data, ...ports], 'start.folder-in-use', data, 'another server')
  expect(await first.end('SIGTERM')).toBe(0)
  const again = await startChild(['--data', data])
  expect(await again.end('SIGKILL')).toBeNull()
  expect(await (await startChild(['--data', data])).end('SIGINT')).toBe(0)
})

test('a damaged database is named, and left as it is', async () => {
  await mkdir(data, { recursive: true })
  const file = join(data, 'ankan.db')
  await writeFile(file, Buffer.alloc(20_000, 7))
  await refuses(['--data', data, ...ports], 'storage.damaged', file, /Do not delete it/)
  expect((await readFile(file)).equals(Buffer.alloc(20_000, 7))).toBe(true)
})

test('a damaged site file is named, with the field', async () => {
  const site = await writeSite(join(folder, 'site'))
  const start = ['--site', site, '--data', data, ...ports]
  await writeFile(join(site, 'devices.json'), '[{"device":"a b"}]')
  await refuses(start, 'site.damaged', join(site, 'devices.json'), 'device', /Correct the file/)
  await writeFile(join(site, 'devices.json'), '[')
  await refuses(start, 'site.damaged', join(site, 'devices.json'))
  await rm(join(site, 'community.json'))
  await refuses(['--site', site, '--data', data, ...ports], 'site.damaged', join(site, 'community.json'))
})

test('a wrong setting is named, with those there are', async () => {
  await refuses(['--no-such-option'], 'start.setting-invalid', '--no-such-option', '--keep-readings N')
  await refuses(['--data', data, '--port', 'eighty'], 'start.setting-invalid', 'port', '--port N')
  await refuses(['--data', data, '--port', '70000'], 'start.setting-invalid', 'port')
  const { code, output } = await runChild(['--data', data], { ANKAN_MQTT_PORT: 'x' })
  expect([code, output]).toEqual([1, expect.stringContaining('mqttPort')])
  const help = await runChild(['--help'])
  expect([help.code, help.output]).toEqual([0, expect.stringContaining('--site DIR')])
})

test('a demonstration folder does not become a real site, nor a real one a demonstration', async () => {
  const site = await writeSite(join(folder, 'site'))
  await (await startChild(['--data', data])).end('SIGTERM')
  await refuses(['--site', site, '--data', data, ...ports], 'start.setting-invalid', /holds a demonstration/)
  const real = join(folder, 'real')
  await (await startChild(['--site', site, '--data', real])).end('SIGTERM')
  await refuses(['--data', real, ...ports], 'start.setting-invalid', /holds a real site/)
})

test('the demonstration shows its accounts, a real site prints its code; both serve on this machine alone', async () => {
  const demo = await startChild(['--data', data])
  expect(demo.setupCode).toBeNull()
  expect(demo.output()).toContain(`http://127.0.0.1:${demo.httpPort}`)
  const shown = await ask(`http://127.0.0.1:${demo.httpPort}`, aboutCenter, {})
  expect(shown.body.demonstration).toHaveLength(4)
  expect(shown.body.name).toBe('锦绣社区')
  const site = await writeSite(join(folder, 'site'))
  const real = await startChild(['--site', site, '--data', join(folder, 'real')])
  expect(real.output()).toContain(`create the administrator with code ${real.setupCode}`)
  expect((await ask(`http://127.0.0.1:${real.httpPort}`, aboutCenter, {})).body).toMatchObject({
    demonstration: [],
    needsSetup: true,
  })
})

test('it ends with whoever started it', async () => {
  const child = await startChild(['--data', data])
  const gone = new Promise<number | null>((resolve) => child.process.once('exit', resolve))
  child.process.disconnect()
  expect(await gone).toBe(0)
})

test('a real site without tiles has them built beside the running server, and again when it was edited', async () => {
  const site = await writeUntiledSite(join(folder, 'untiled'))
  const build = () => readTilesIndex(site).then((index) => index?.build)
  const first = await startChild(['--site', site, '--data', join(folder, 'untiled-data')])
  await until(build, 'tiles', 30_000)
  await until(() => first.output().includes('the 3D tiles are built'), 'the word of it')
  const before = await build()
  await first.end('SIGTERM')

  const community = JSON.parse(await readFile(join(site, 'community.json'), 'utf8'))
  await writeFile(join(site, 'community.json'), JSON.stringify({ ...community, radius: 500 }))
  const second = await startChild(['--site', site, '--data', join(folder, 'untiled-data')])
  await until(async () => (await build()) !== before, 'newer tiles', 30_000)
  await second.end('SIGTERM')
  // The builder gives way to everybody else, so it may take its time.
}, 90_000)

test('a builder of tiles does not outlive its server, however that ended', async () => {
  const site = join(folder, 'large')
  await cp(DEMO_SITE, site, { recursive: true, filter: (path) => !path.endsWith('tiles') })
  const server = await startChild(['--site', site, '--data', join(folder, 'large-data')])
  const atWork = async () =>
    (await readdir(join(site, 'tiles')).catch(() => [])).some((name) => name.includes('.part-'))
  await until(atWork, 'a builder at work', 30_000)
  await server.end('SIGKILL')
  await until(async () => !(await atWork()), 'the end of the builder', 10_000)
  expect(await readTilesIndex(site)).toBeUndefined()
}, 60_000)
