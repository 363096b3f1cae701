import { randomBytes } from 'node:crypto'
import { access, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simulatedSecret } from '#shared/contract/simulated-secret.ts'
import { SYSTEM } from '#shared/world/event.ts'
import { Channel, channelSet } from '#shared/world/notice-channels.ts'
import { Route, routeSet } from '#shared/world/notice-routes.ts'
import { userCreated } from '#shared/world/users.ts'
import { DeviceSecrets } from '../access/devices.ts'
import { Accounts } from '../access/users.ts'
import type { App } from '../app.ts'
import { demoAccounts } from './accounts.ts'
import { copyFolder } from './copy-folder.ts'
import { isOfSink, type NoticeSink, startNoticeSink } from './notice-sink.ts'

const CHANNEL = 'demonstration'

/** A program of this machine that listens: so that telling is seen to work, and nobody outside is told. */
function demoChannel(url: string): Channel {
  return Channel.parse({
    channel: CHANNEL,
    name: '演示接收端 Demo receiver',
    every: 15,
    form: { kind: 'webhook', url },
  })
}

/** As most would begin: grave alarms to whoever is on duty, then to the commander. */
const usualRoute = Route.parse({
  route: 'route-1',
  name: 'Ⅰ、Ⅱ 级报警',
  when: { grades: [1, 2] },
  steps: [
    { after: 0, onDuty: true, roles: ['operator'], channels: [CHANNEL] },
    { after: 5, roles: ['commander'], channels: [CHANNEL] },
  ],
  repeat: { every: 10, most: 6 },
  allClear: true,
})

/** The demonstration with its tiles, as the build made it: beside the programs. */
const READY_MADE = join(import.meta.dirname, '../demo')

/** The demonstration's site folder, made on the first start: a copy that may be changed. */
export async function demoSite(data: string): Promise<string> {
  const folder = join(data, 'site')
  if (await isThere(join(folder, 'devices.json'))) return folder
  if (await isThere(join(READY_MADE, 'tiles', 'index.json'))) {
    const part = `${folder}.part`
    await rm(part, { recursive: true, force: true })
    await copyFolder(READY_MADE, part)
    await rename(part, folder)
    return folder
  }
  // Only now: to read the generator takes as long as all else that a start reads.
  const { DEMO_SEED, writeDemo } = await import('#tiles/demo/write.ts')
  await writeDemo(folder, DEMO_SEED)
  return folder
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** One key from which the simulator knows the secret of each simulated device; it never leaves this folder. */
export async function simulatorKey(data: string): Promise<string> {
  const file = join(data, 'simulator.key')
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch {
    const key = randomBytes(32).toString('base64url')
    await writeFile(file, key, { mode: 0o600 })
    return key
  }
}

/** Listens where the channel of the demonstration says, or has it say where; one that somebody made another is left alone. */
export async function listenForNotices(app: App, root: string, say: (text: string) => void): Promise<NoticeSink> {
  const known = app.log.told.channels.get(CHANNEL)
  const before = known?.form.kind === 'webhook' ? known.form.url : undefined
  const sink = await startNoticeSink(before, say)
  const isFirst = app.log.told.users.size === 0
  const hasMoved = before !== undefined && isOfSink(before) && before !== sink.url
  if (isFirst || hasMoved) {
    const { name, enabled, language, every } = known ?? demoChannel(sink.url)
    const channel = { ...demoChannel(sink.url), name, enabled, language, every }
    await app.log.append(() => [channelSet(root, channel)], SYSTEM)
  }
  return sink
}

/** Creates what is missing of the demonstration's accounts and device credentials. */
export async function furnishDemo(app: App, key: string, root: string): Promise<void> {
  const missing = demoAccounts.filter(({ account }) => !app.log.told.users.has(account))
  const vault = await Promise.all(missing.map(({ account, password }) => Accounts.entry(account, password)))
  for (const id of app.log.told.devices.ids())
    if (app.vault.get(`device:${id}`) === undefined) vault.push(DeviceSecrets.entry(id, simulatedSecret(key, id)))
  if (vault.length === 0) return
  await app.log.append(
    (world) => [
      ...(world.users.size === 0 ? [routeSet(root, usualRoute)] : []),
      ...missing.map(({ account, name, role }) =>
        userCreated(root, {
          account,
          name,
          role,
          idleMinutes: role === 'viewer' ? null : 240,
          maxSessions: 50,
          disabled: false,
        }),
      ),
    ],
    SYSTEM,
    { vault },
  )
  app.vault.adopt(vault)
}
