import { createServer, type Server, type Socket } from 'node:net'
import { Aedes, type AuthenticateError, type Client } from 'aedes'
import { happeningTopic, linkTopic, orderTopic, resultTopic } from '#shared/contract/device-link.ts'
import { readingTopic } from '#shared/contract/reading.ts'
import { AnkanError, toAnkanError } from '#shared/errors.ts'
import { DeviceId } from '#shared/world/devices.ts'
import type { Attempts } from '../../access/attempts.ts'
import type { DeviceSecrets } from '../../access/devices.ts'
import type { DeadLetters } from '../../gateway/dead-letters.ts'
import { listen } from '../../listen.ts'
import { guardSocket } from './guard.ts'
import { deliveryWithoutReadings } from './local-delivery.ts'

const LARGEST_PACKET = 64 * 1024
const WRONG_PASSWORD = 4
/** `devices/<id>/...`: readings, results, events, commands. */
const OWN_TOPIC = /^devices\/([^/]+)\/[a-z]+$/

export interface MqttDeps {
  /** What devices bring, each on its own topic; resolves when it is on disk, throws what is wrong with it. */
  take: Record<'readings' | 'results' | 'happenings' | 'link', (device: string, message: unknown) => Promise<void>>
  /** What comes on a topic that is not ours; undefined: nobody understands it. */
  foreign: (device: string, topic: string, payload: string) => Promise<void> | undefined
  /** The device that is registered as the gateway of another. */
  gatewayOf: (device: string) => string | undefined
  secrets: DeviceSecrets
  letters: DeadLetters
  attempts: Attempts
  linked: (device: string, up: boolean) => void
}

/** The embedded broker. A publish is acknowledged when it is on disk, not when it has arrived. */
export class MqttSource {
  private readonly broker: Aedes
  private readonly server: Server
  private readonly deps: MqttDeps
  private readonly connected = new Map<string, Client>()
  private readonly sockets = new Set<Socket>()

  constructor(deps: MqttDeps) {
    this.deps = deps
    this.broker = new Aedes({
      ...deliveryWithoutReadings(),
      maxClientsIdLength: 100,
      connectTimeout: 10_000,
      // Clients drop out when they are silent for one and a half of this; none may ask for longer.
      keepaliveLimit: 600,
      authenticate: (client, user, password, done) => this.authenticate(client, user, password, done),
      authorizePublish: (client, packet, done) => this.take(client, packet.topic, packet.payload, done),
      authorizeSubscribe: (client, wish, done) => {
        const allowed = this.mayHear(deviceOf(client), wish.topic)
        if (!allowed) this.refuse(client, 'topic.denied', 'may not subscribe here', wish.topic)
        done(null, allowed ? wish : null)
      },
    })
    this.broker.on('clientReady', (client) => {
      const device = deviceOf(client)
      if (!device) return
      this.connected.set(device, client)
      deps.linked(device, true)
    })
    this.broker.on('clientDisconnect', (client) => {
      const device = deviceOf(client)
      if (!device || this.connected.get(device) !== client) return
      this.connected.delete(device)
      deps.linked(device, false)
    })
    this.broker.on('clientError', (client, error) => this.onError(client, error))
    this.broker.on('connectionError', (client, error) => this.onError(client, error))
    this.server = createServer((socket) => this.accept(socket))
  }

  private accept(socket: Socket): void {
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket))
    socket.setNoDelay(true)
    const from = socket.remoteAddress ?? '?'
    guardSocket(socket, LARGEST_PACKET, () => {
      void this.deps.letters.put('mqtt', from, 'input.too-large', `a packet above ${LARGEST_PACKET} bytes`, '')
    })
    this.broker.handle(socket)
  }

  private authenticate(
    client: Client,
    user: string | undefined,
    password: Buffer | undefined,
    done: (error: AuthenticateError | null, success: boolean | null) => void,
  ): void {
    const from = addressOf(client)
    const refuse = (code: 'access.wrong' | 'access.too-many-attempts' | 'device.retired', reason: string) => {
      void this.deps.letters.put('mqtt', from, code, reason, user ?? '')
      done(Object.assign(new Error(reason), { returnCode: WRONG_PASSWORD }) as AuthenticateError, null)
    }
    // Barred is a device at an address, and of the address only what is wrong: one wrong device behind a
    // gateway must not bar its neighbours, who have the right secret.
    const key = `${from} ${user}`
    const { attempts, secrets } = this.deps
    // No device is called like that; and what is counted under a name must not be a long one.
    if (user !== undefined && !DeviceId.safeParse(user).success) refuse('access.wrong', 'not the name of a device')
    else if (attempts.wait(key) > 0) refuse('access.too-many-attempts', 'too many failures')
    else if (user && password && secrets.verify(user, password.toString('utf8'))) {
      attempts.succeeded(key)
      // A device is one session, whatever client id it chose: it can neither take another's place nor be there twice.
      Object.assign(client, { device: user, id: user })
      done(null, true)
    } else if (user && password && secrets.wasRight(user, password.toString('utf8')))
      refuse('device.retired', 'this device is retired')
    else if (attempts.wait(from) > 0) refuse('access.too-many-attempts', 'too many failures')
    else {
      attempts.failed(key)
      attempts.failed(from)
      refuse('access.wrong', 'device or secret is wrong')
    }
  }

  private take(
    client: Client | null,
    topic: string,
    payload: Buffer | string,
    done: (error?: Error | null) => void,
  ): void {
    // The broker's own messages come without a client.
    if (!client) {
      done(null)
      return
    }
    const device = deviceOf(client)
    try {
      const kept = this.deliver(device, topic, payload)
      if (!kept) {
        this.refuse(client, 'topic.denied', 'may not publish here', topic)
        done(new Error('topic denied'))
        return
      }
      kept.then(
        () => done(null),
        (thrown) => {
          const error = toAnkanError(thrown)
          // Not on disk: no acknowledgement. The connection closes, and the device delivers again.
          if (error.status >= 500) done(error)
          else this.refuseForGood(client, error, payload, done)
        },
      )
    } catch (thrown) {
      this.refuseForGood(client, toAnkanError(thrown), payload, done)
    }
  }

  /** Repeating it would change nothing, so it is acknowledged; it is kept as a dead letter. */
  private refuseForGood(
    client: Client,
    { code, message }: AnkanError,
    payload: Buffer | string,
    done: (error?: Error | null) => void,
  ): void {
    void this.deps.letters
      .put('mqtt', `${addressOf(client)} ${deviceOf(client)}`, code, message, payload)
      .then(() => done(null))
  }

  /** Undefined: nobody takes that from this device. */
  private deliver(client: string, topic: string, payload: Buffer | string): Promise<void> | undefined {
    const { take, foreign, gatewayOf } = this.deps
    // The way of nearly all messages comes first.
    if (topic === readingTopic(client)) return take.readings(client, parse(payload))
    const own = OWN_TOPIC.exec(topic)
    if (!own) return foreign(client, topic, payload.toString())
    const [, device = ''] = own
    if (device !== client && gatewayOf(device) !== client) return undefined
    if (topic === readingTopic(device)) return take.readings(device, parse(payload))
    if (topic === resultTopic(device)) return take.results(device, parse(payload))
    if (topic === linkTopic(device)) return take.link(device, parse(payload))
    return topic === happeningTopic(device) ? take.happenings(device, parse(payload)) : undefined
  }

  /** Its own orders, and those of the devices behind it. */
  private mayHear(client: string, topic: string): boolean {
    const device = OWN_TOPIC.exec(topic)?.[1] ?? ''
    return topic === orderTopic(device) && (device === client || this.deps.gatewayOf(device) === client)
  }

  /** By whom a device hears: its own connection, else that of its gateway. */
  private earOf(device: string): Client | undefined {
    return this.connected.get(device) ?? this.connected.get(this.deps.gatewayOf(device) ?? '')
  }

  private refuse(client: Client, code: 'topic.denied', reason: string, content: string): void {
    void this.deps.letters.put('mqtt', `${addressOf(client)} ${deviceOf(client)}`, code, reason, content)
  }

  private onError(client: Client, error: Error): void {
    const said = error.message
    if (error instanceof AnkanError || /topic denied|device or secret|too many failures|is retired/.test(said)) return
    if (/ECONNRESET|EPIPE|closed|keep ?alive|premature/i.test(said)) return
    void this.deps.letters.put('mqtt', addressOf(client), 'input.malformed', said, '')
  }

  /** Whether a device is there, and listens to orders. */
  listens(device: string): 'listens' | 'deaf' | 'away' {
    const client = this.earOf(device)
    if (!client) return 'away'
    return subscribes(client, orderTopic(device)) ? 'listens' : 'deaf'
  }

  /**
   * Tells a device that listens. The broker keeps nothing for those that are away: a door must not open hours later.
   */
  tell(device: string, topic: string, payload: string): void {
    const client = this.earOf(device)
    if (client && subscribes(client, topic))
      client.publish({ cmd: 'publish', topic, payload, qos: 0, dup: false, retain: false }, () => {})
  }

  /** Ends the connection of a device, if it has one. */
  disconnect(device: string): void {
    this.connected.get(device)?.close()
  }

  async listen(port: number, host: string): Promise<number> {
    await this.broker.listen()
    return listen(this.server, port, host, 'MQTT')
  }

  async close(): Promise<void> {
    this.connected.clear()
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    await new Promise<void>((resolve) => this.broker.close(() => resolve()))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }
}

function deviceOf(client: Client): string {
  return (client as { device?: string }).device ?? ''
}

function subscribes(client: Client, topic: string): boolean {
  // Not in the broker's types: what the client is subscribed to, by topic.
  return topic in (client as Client & { subscriptions: Record<string, unknown> }).subscriptions
}

function addressOf(client: Client): string {
  return (client.conn as Socket).remoteAddress ?? '?'
}

function parse(payload: Buffer | string): unknown {
  try {
    return JSON.parse(payload.toString())
  } catch {
    throw new AnkanError('input.malformed', {}, 'not JSON')
  }
}
