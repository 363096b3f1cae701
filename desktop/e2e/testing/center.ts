import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mqtt from 'mqtt'
import { deviceKinds } from '#models/devices/index.ts'
import { type Call, routeOf } from '#shared/contract/call.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import type { RoleName } from '#shared/contract/roles.ts'
import { aboutCenter, signIn } from '#shared/contract/session.ts'
import { simulatedSecret } from '#shared/contract/simulated-secret.ts'
import { SimulatedDevice } from '../../../simulator/device.ts'

const programs = join(import.meta.dirname, '../../../dist/node')
const SPEAKS_EVERY_MS = 15_000
const program = join(programs, 'launch.js')

interface TestDevice {
  /** What it measures now, or measured then. */
  sends(values: Record<string, number>, at?: number): Promise<void>
  /** Whatever, on a topic of its maker. The connection may be closed over it. */
  says(topic: string, message: unknown): void
  ends(): Promise<void>
}

/** A whole center as `npm start` brings it up, with its real page; only the window is left to the test. */
export class TestCenter {
  readonly data: string
  url = ''
  private readonly args: string[]
  /** Ends the connection of a device, by its id. */
  private readonly quiet = new Map<string, () => void>()
  private readonly alone: SimulatedDevice[] = []
  private process: ChildProcess | undefined
  private simulator: ChildProcess | undefined
  private output = ''
  /** An account may have so many sessions and no more. */
  private readonly tokens = new Map<RoleName, string>()

  private constructor(data: string, args: string[]) {
    this.data = data
    this.args = args
  }

  static async start(...more: string[]): Promise<TestCenter> {
    const [http, mqttPort, page] = await freePorts(3)
    const ports = ['--port', `${http}`, '--mqtt-port', `${mqttPort}`, '--page-port', `${page}`]
    const data = await mkdtemp(join(tmpdir(), 'ankan-e2e-'))
    const center = new TestCenter(data, [...ports, '--no-window', '--no-simulator', ...more])
    await center.up()
    return center
  }

  /** The same data, the same ports: as after a restart of the machine. */
  async up(): Promise<void> {
    this.output = ''
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
    this.process = spawn(process.execPath, [program, '--data', this.data, ...this.args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (text) => {
        this.output += text
      })
    this.url = await this.says(/open (http:\/\/127\.0\.0\.1:\d+\/) in a browser/)
  }

  /** Resolves with the first group of what was looked for in all that the launcher said. */
  private async says(wanted: RegExp): Promise<string> {
    const deadline = AbortSignal.timeout(15_000)
    for (;;) {
      const found = wanted.exec(this.output)
      if (found) return found[1] ?? ''
      if (deadline.aborted || this.process?.exitCode != null) throw new Error(`the launcher only said:\n${this.output}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async down(): Promise<void> {
    this.process?.kill('SIGTERM')
    if (this.process?.exitCode === null) await once(this.process, 'close')
  }

  /** Asks over HTTP, as the demonstration's account of a role. */
  async ask<I, O>(call: Call<I, O>, input: NoInfer<I>, role: RoleName): Promise<O> {
    const port = this.args[this.args.indexOf('--port') + 1]
    const post = async (asked: Pick<Call, 'name'>, body: unknown, token?: string) => {
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
      const answer = await fetch(`http://127.0.0.1:${port}${routeOf(asked as Call)}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${asked.name}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    }
    const signedIn = async () => {
      const { demonstration } = await post(aboutCenter, {})
      const { account, password } = demonstration.find((one: { role: string }) => one.role === role)
      return (await post(signIn, { account, password })).token as string
    }
    const token = this.tokens.get(role) ?? (await signedIn())
    this.tokens.set(role, token)
    return (await post(call, input, token)) as O
  }

  /** A device of the demonstration, with the credentials that its simulator would use. */
  async device(id: string): Promise<TestDevice> {
    const key = (await readFile(join(this.data, 'simulator.key'), 'utf8')).trim()
    const password = simulatedSecret(key, id)
    const port = this.args[this.args.indexOf('--mqtt-port') + 1]
    // There is one of it: connected anew it says nothing more by the old connection.
    this.quiet.get(id)?.()
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, { clientId: id, username: id, password })
    let said: Record<string, number> = {}
    const say = (values: Record<string, number>, at = Date.now()) =>
      client.publishAsync(readingTopic(id), JSON.stringify({ at, values }), { qos: 1 })
    // As a real one does: who says nothing more is soon missed.
    const again = setInterval(() => {
      if (client.connected && Object.keys(said).length > 0) say(said).catch(() => {})
    }, SPEAKS_EVERY_MS)
    this.quiet.set(id, () => {
      clearInterval(again)
      client.end(true)
    })
    return {
      async sends(values, at) {
        if (at === undefined) said = { ...said, ...values }
        await say(values, at)
      },
      says(topic, message) {
        client.publish(topic, JSON.stringify(message), { qos: 1 }, () => {})
      },
      async ends() {
        clearInterval(again)
        await client.endAsync(true)
      },
    }
  }

  /** One device of the demonstration as its simulator has it: it measures, and does what it is told. */
  async simulated(id: string, kind: string): Promise<void> {
    const key = (await readFile(join(this.data, 'simulator.key'), 'utf8')).trim()
    const url = `mqtt://127.0.0.1:${this.args[this.args.indexOf('--mqtt-port') + 1]}`
    const known = deviceKinds.get(kind)
    if (!known) throw new Error(`no kind ${kind}`)
    const random = () => 0.5
    this.alone.push(new SimulatedDevice({ id, kind: known, url, secret: simulatedSecret(key, id), random, waitMs: 0 }))
  }

  /** All devices of the demonstration speak, and nothing happens by chance. */
  simulate(): void {
    const port = this.args[this.args.indexOf('--mqtt-port') + 1]
    const args = ['--mqtt', `mqtt://127.0.0.1:${port}`, '--data', this.data, '--incident', '0']
    this.simulator = spawn(process.execPath, [join(programs, 'simulator.js'), ...args], { stdio: 'ignore' })
  }

  /** They all fall silent. */
  silence(): void {
    this.simulator?.kill('SIGTERM')
    this.simulator = undefined
  }

  async close(): Promise<void> {
    this.silence()
    await Promise.all(this.alone.map((device) => device.end()))
    for (const end of this.quiet.values()) end()
    await this.down()
    await rm(this.data, { recursive: true, force: true })
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
