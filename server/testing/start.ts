import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { onTestFinished } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import type { Call } from '#shared/contract/call.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import { signIn } from '#shared/contract/session.ts'
import { type Clock, systemClock } from '#shared/time.ts'
import { SYSTEM } from '#shared/world/event.ts'
import { userCreated } from '#shared/world/users.ts'
import { DeviceSecrets } from '../access/devices.ts'
import { hashPassword } from '../access/passwords.ts'
import { type App, type AppDeps, createApp } from '../app.ts'
import { openSqliteStorage } from '../log/sqlite/sqlite-storage.ts'
import type { Storage } from '../log/storage.ts'
import { type Answer, ask, type Credential } from './client.ts'
import { Screen } from './screen.ts'
import { PASSWORD, secretOf, testAccounts, testDevices, testSite } from './site.ts'

export interface StartOptions extends Partial<Omit<AppDeps, 'storage' | 'folder'>> {
  clock?: Clock
  /** Stands between the server and its disk, to hold or fail what it likes. */
  wrap?: (storage: Storage) => Storage
  /** Without accounts and device credentials, as on the first start of a real site. */
  bare?: boolean
  /** For servers that several tests share: whoever starts it closes it. */
  shared?: boolean
}

const MB = 1024 * 1024
/** Enough to be well, too little for a ballast: tests need not write one each. */
const SOME_SPACE = async () => 300 * MB

// One slow hash serves all accounts of a test process.
const passwordHash = hashPassword(PASSWORD)

/** A real server on free ports and a folder of its own, with what a test needs to speak to it. */
export class Running {
  readonly folder: string
  app!: App
  storage!: Storage
  readonly reports: string[] = []
  private readonly options: StartOptions
  private readonly tokens = new Map<string, Promise<string>>()
  private readonly open = new Set<() => unknown>()

  constructor(folder: string, options: StartOptions) {
    this.folder = folder
    this.options = options
  }

  get url(): string {
    return `http://127.0.0.1:${this.app.httpPort}`
  }

  get log() {
    return this.app.log
  }

  async up(): Promise<this> {
    const { wrap = (storage: Storage) => storage, bare, shared: _, ...deps } = this.options
    this.storage = wrap(await openSqliteStorage(this.folder))
    this.app = await createApp({
      clock: systemClock,
      kinds: deviceKinds,
      site: testSite,
      devices: testDevices,
      version: '0.0.0-test',
      host: '127.0.0.1',
      httpPort: 0,
      mqttPort: 0,
      freeBytes: SOME_SPACE,
      report: (text) => this.reports.push(text),
      ...deps,
      storage: this.storage,
      folder: this.folder,
    })
    if (!bare && this.app.log.told.users.size === 0) await this.furnish()
    return this
  }

  private async furnish(): Promise<void> {
    const value = await passwordHash
    const vault = [
      ...testAccounts.map(({ account }) => ({ key: `password:${account}`, value })),
      ...testDevices.map(({ device }) => DeviceSecrets.entry(device, secretOf(device))),
    ]
    const users = testAccounts.map(({ account, role, duty }) =>
      userCreated('jinxiu', {
        account,
        name: account.toUpperCase(),
        role,
        idleMinutes: 30,
        maxSessions: 5,
        disabled: false,
        ...(duty ? { duty } : {}),
      }),
    )
    await this.app.log.append(() => users, SYSTEM, { vault })
    this.app.vault.adopt(vault)
  }

  /** Signs an account in once, over HTTP. */
  token(account: string): Promise<string> {
    let token = this.tokens.get(account)
    if (!token) {
      token = this.signIn(account).then((answer) => answer.body.token as string)
      this.tokens.set(account, token)
    }
    return token
  }

  signIn(account: string, password = PASSWORD): Promise<Answer> {
    return ask(this.url, signIn, { account, password })
  }

  /** Asks over HTTP, as an account, with a credential, or as nobody. */
  async ask<I>(
    call: Call<I, unknown>,
    input: NoInfer<I> | Record<string, unknown>,
    as?: string | Credential,
  ): Promise<Answer> {
    return ask(this.url, call as Call, input, typeof as === 'string' ? { token: await this.token(as) } : as)
  }

  async screen(account: string, stands?: { log: string; since: number }): Promise<Screen> {
    const screen = new Screen(this.url, await this.token(account), stands)
    this.open.add(() => screen.close())
    return screen.upToDate()
  }

  /** A device's own connection; rejects when it is refused. */
  async device(device: string, options: IClientOptions = {}): Promise<MqttClient> {
    const client = mqtt.connect(`mqtt://127.0.0.1:${this.app.mqttPort}`, {
      clientId: device,
      username: device,
      password: secretOf(device),
      reconnectPeriod: 0,
      ...options,
    })
    this.open.add(() => client.end(true))
    await new Promise<void>((resolve, reject) => {
      client.once('connect', () => resolve())
      client.once('error', reject)
      client.once('close', () => reject(new Error('closed')))
    })
    client.on('error', () => {})
    return client
  }

  /** Stops, and starts again on the same folder; ports are others. `meanwhile`: what happens while it is down. */
  async restart(meanwhile = () => {}): Promise<void> {
    await this.down()
    meanwhile()
    await this.up()
  }

  private async down(): Promise<void> {
    for (const close of this.open) close()
    this.open.clear()
    await this.app?.close()
    await this.storage?.close()
  }

  async close(): Promise<void> {
    await this.down()
    await rm(this.folder, { recursive: true, force: true })
  }
}

export async function start(options: StartOptions = {}): Promise<Running> {
  const running = new Running(await tempFolder(), options)
  if (!options.shared) onTestFinished(() => running.close())
  return running.up()
}

export function tempFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'ankan-test-'))
}

/** Publishes with QoS 1; resolves when the server has acknowledged, rejects when it closes the connection instead. */
export function publish(
  client: MqttClient,
  device: string,
  values: Record<string, number>,
  at?: number,
): Promise<void> {
  const message = at === undefined ? { values } : { at, values }
  return new Promise((resolve, reject) => {
    const closed = () => reject(new Error('closed without an acknowledgement'))
    client.once('close', closed)
    client.publish(readingTopic(device), JSON.stringify(message), { qos: 1 }, (error) => {
      client.off('close', closed)
      if (error) reject(error)
      else resolve()
    })
  })
}
