import { connect, type Socket } from 'node:net'
import { generate } from 'mqtt-packet'

/** Far more of one process than a client library gives: packets are made once, and only their changing digits rewritten. */
export interface Publisher {
  sent: number
  acked: number
  latencies: number[]
  pause(paused: boolean): void
  stop(): Promise<void>
}

export interface PublisherOptions {
  port: number
  devices: { id: string; secret: string }[]
  /** Unacknowledged messages a connection keeps under way. */
  window: number
  /** Called for each acknowledged message, with its device and time of measurement. */
  onAck?: (device: string, at: number) => void
  /** Readings of one in so many messages are beyond the limit; 0: none. */
  alarmEvery?: number
  /** Rest between messages of a connection; absent: as fast as they are acknowledged. */
  pauseMs?: number
}

const SAMPLE = 8

/** Keeps every connection's window full of QoS 1 readings until stopped. */
export async function publish(options: PublisherOptions): Promise<Publisher> {
  const publisher: Publisher = { sent: 0, acked: 0, latencies: [], pause: () => {}, stop: async () => {} }
  const connections = await Promise.all(options.devices.map((device) => open(device, options, publisher)))
  for (const connection of connections) connection.begin()
  publisher.pause = (paused) => {
    for (const connection of connections) connection.pause(paused)
  }
  publisher.stop = async () => {
    await Promise.all(connections.map((connection) => connection.end()))
  }
  return publisher
}

/** Every reading of a device has a time of its own, or it would be the same reading twice. */
const lastAt = new Map<string, number>()
const BEGIN = Date.now() - 3_600_000

async function open(device: { id: string; secret: string }, options: PublisherOptions, publisher: Publisher) {
  const socket: Socket = connect(options.port, '127.0.0.1')
  socket.setNoDelay(true)
  socket.on('error', () => {})
  const template = generate({
    cmd: 'publish',
    topic: `devices/${device.id}/readings`,
    payload: '{"at":1000000000000,"values":{"smoke":00.25,"temperature":21.5}}',
    qos: 1,
    messageId: 1,
    dup: false,
    retain: false,
  })
  const atOffset = template.indexOf('1000000000000')
  const smokeOffset = template.indexOf('00.25')
  const idOffset = template.indexOf('{"at"') - 2
  const sentAt = new Map<number, { when: number; at: number }>()
  let nextId = 0
  let stopping = false
  let paused = false
  let sentHere = 0
  let drained: (() => void) | undefined

  const send = (count: number) => {
    const packets: Buffer[] = []
    for (let i = 0; i < count; i++) {
      const packet = Buffer.from(template)
      nextId = (nextId % 65_535) + 1
      const at = (lastAt.get(device.id) ?? BEGIN) + 1
      lastAt.set(device.id, at)
      packet.writeUInt16BE(nextId, idOffset)
      packet.write(String(at), atOffset, 'latin1')
      const beyond = options.alarmEvery ? sentHere % options.alarmEvery === 0 : false
      packet.write(beyond ? '20.25' : ' 0.25', smokeOffset, 'latin1')
      packets.push(packet)
      sentAt.set(nextId, { when: performance.now(), at })
      publisher.sent++
      sentHere++
    }
    if (packets.length > 0) socket.write(packets.length === 1 ? (packets[0] as Buffer) : Buffer.concat(packets))
  }

  const refill = () => {
    if (!stopping && !paused) send(options.window - sentAt.size)
  }

  await new Promise<void>((resolve, reject) => {
    socket.once('close', () => reject(new Error('refused')))
    socket.on('connect', () =>
      socket.write(
        generate({
          cmd: 'connect',
          protocolId: 'MQTT',
          protocolVersion: 4,
          clean: true,
          clientId: device.id,
          keepalive: 60,
          username: device.id,
          password: Buffer.from(device.secret),
        }),
      ),
    )
    socket.once('data', (connack) => (connack[3] === 0 ? resolve() : reject(new Error(`refused with ${connack[3]}`))))
  })

  let rest = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    // All that comes from here on are PUBACKs of four bytes.
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const whole = data.length - (data.length % 4)
    for (let i = 0; i < whole; i += 4) {
      const id = data.readUInt16BE(i + 2)
      const entry = sentAt.get(id)
      if (!entry) continue
      sentAt.delete(id)
      publisher.acked++
      if (publisher.acked % SAMPLE === 0) publisher.latencies.push(performance.now() - entry.when)
      options.onAck?.(device.id, entry.at)
    }
    rest = data.subarray(whole)
    if (stopping) {
      if (sentAt.size === 0) drained?.()
    } else if (options.pauseMs === undefined) refill()
    else setTimeout(refill, options.pauseMs)
  })
  socket.on('close', () => drained?.())

  return {
    begin: refill,
    pause(now: boolean) {
      paused = now
      refill()
    },
    async end() {
      stopping = true
      if (sentAt.size > 0 && !socket.destroyed) await new Promise<void>((resolve) => (drained = resolve))
      socket.destroy()
    },
  }
}
