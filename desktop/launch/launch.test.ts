import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { PageSettings } from './page-settings.ts'
import { temporaryFolder, writeTree } from './testing/folders.ts'
import { isAlive, Launched } from './testing/launched.ts'

const FREE = ['--port', '0', '--mqtt-port', '0', '--page-port', '0', '--no-window']

async function settingsAt(url: string): Promise<PageSettings> {
  const response = await fetch(new URL('settings.json', url))
  return (await response.json()) as PageSettings
}

async function children(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return text.trim().split(' ').filter(Boolean).map(Number)
}

/** Another program's port. */
async function taken(port = 0): Promise<number> {
  const server: Server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return (server.address() as AddressInfo).port
}

test('the demonstration comes up, and one signal ends all of it', async () => {
  const launched = await Launched.start(...FREE)
  const url = await launched.url()
  expect(await (await fetch(url)).text()).toBe('the page')
  const { server, setupCode } = await settingsAt(url)
  expect(setupCode).toBeUndefined()
  expect(await (await fetch(`${server}/api/ready`)).json()).toEqual({ ready: true })
  await launched.says(/simulated devices speak MQTT/)

  const programs = await children(launched.process.pid as number)
  expect(programs).toHaveLength(2)
  launched.process.kill('SIGTERM')
  expect(await launched.code).toBe(0)
  expect(programs.filter(isAlive)).toEqual([])
  await expect(fetch(url)).rejects.toThrow()
})

test('no program outlives a launcher that was killed', async () => {
  const launched = await Launched.start(...FREE)
  await launched.says(/simulated devices speak MQTT/)
  const programs = await children(launched.process.pid as number)
  launched.process.kill('SIGKILL')
  await expect.poll(() => programs.filter(isAlive), { timeout: 10_000 }).toEqual([])
})

test('a real site brings its setup code to the page, and no simulated devices', async () => {
  const demo = await Launched.start(...FREE, '--no-simulator')
  await demo.url()
  const site = join(demo.data, 'site')
  const launched = await Launched.start(...FREE, '--site', site)
  const { setupCode } = await settingsAt(await launched.url())
  expect(await launched.says(/administrator with code (\S+)/)).toBe(setupCode)
  expect(await children(launched.process.pid as number)).toHaveLength(1)
})

test('with --server there is the page alone', async () => {
  const launched = await Launched.start('--server', 'http://192.0.2.1:8040/', '--page-port', '0', '--no-window')
  expect(await settingsAt(await launched.url())).toEqual({ server: 'http://192.0.2.1:8040' })
  expect(await children(launched.process.pid as number)).toEqual([])
})

test('with --open there is the page with the recording alone; one that is not there is told', async () => {
  const folder = await writeTree(await temporaryFolder(), { 'fire.ankan': 'a recording' })
  const launched = await Launched.start('--open', join(folder, 'fire.ankan'), '--page-port', '0', '--no-window')
  const url = await launched.url()
  expect(await settingsAt(url)).toEqual({ recording: 'fire.ankan' })
  expect(await (await fetch(new URL('recording', url))).text()).toBe('a recording')
  expect(await children(launched.process.pid as number)).toEqual([])

  const gone = await Launched.start('--open', join(folder, 'gone.ankan'), '--page-port', '0', '--no-window')
  expect(await gone.code).toBe(1)
  expect(gone.output).toMatch(/there is no file .*gone\.ankan/)
})

test.each([['--port'], ['--mqtt-port']])(
  'a port named with %s that is taken: the server says so and its code is ours',
  async (name) => {
    const port = await taken()
    const launched = await Launched.start(...FREE, name, `${port}`)
    expect(await launched.code).toBe(1)
    expect(launched.output).toMatch(new RegExp(`start.port-in-use.*port ${port} `))
    expect(launched.output).toContain('choose another port')
  },
)

test('a page port that was named and is taken ends the server again', async () => {
  const port = await taken()
  const launched = await Launched.start(...FREE, '--page-port', `${port}`)
  expect(await launched.code).toBe(1)
  expect(launched.output).toContain(`port ${port} (page) is in use`)
})

test('usual ports that are taken are exchanged for free ones, and it is said', async () => {
  // Whoever has them already serves the test as well.
  await Promise.allSettled([taken(8040), taken(1883), taken(8041)])
  const launched = await Launched.start('--no-window', '--no-simulator')
  const { server } = await settingsAt(await launched.url())
  expect((await fetch(`${server}/api/ready`)).status).toBe(200)
  for (const port of [8040, 1883, 8041]) expect(launched.output).toContain(`port ${port} `)
  expect(new URL(server as string).port).not.toBe('8040')
})

test('a server that dies takes the rest with it', async () => {
  const launched = await Launched.start(...FREE)
  await launched.says(/simulated devices speak MQTT/)
  const programs = await children(launched.process.pid as number)
  process.kill(programs[0] as number, 'SIGKILL')
  expect(await launched.code).toBe(1)
  expect(programs.filter(isAlive)).toEqual([])
})

test('a wrong option is named, with the help', async () => {
  const launched = await Launched.start('--prot', '1')
  expect(await launched.code).toBe(1)
  expect(launched.output).toContain("'--prot'")
  expect(launched.output).toContain('--mqtt-port N')
})
