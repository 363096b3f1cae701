import { fork } from 'node:child_process'
import { join } from 'node:path'
import { routeOf } from '#shared/contract/call.ts'
import { signIn } from '#shared/contract/session.ts'
import { defineBench, median, percentile, round } from '../../scripts/bench/bench.ts'
import { cpuSeconds } from './cpu.ts'
import { demoDevices, ended, startServer, stopServer, temporaryFolder } from './processes.ts'
import { publish } from './publisher.ts'
import { Screens } from './screens.ts'

const SCREENS = 500
const MEASURE_MS = 6000
const ROUNDS = 3

/** Five hundred screens that are told twenty times a second, against a bare WebSocket server that sends as much. */
export default defineBench('fanout', async (record) => {
  const { folder, remove } = await temporaryFolder()
  const server = await startServer(folder)
  const http = `http://127.0.0.1:${server.httpPort}`
  const response = await fetch(http + routeOf(signIn as never), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'daping', password: 'demo-big-screen' }),
  })
  const { token } = (await response.json()) as { token: string }
  const devices = (await demoDevices(folder, 'smoke-detector')).slice(0, 1)

  // Every second reading is beyond the limit: each brings an event, and each tick has some.
  const publisher = await publish({ port: server.mqttPort, devices, window: 1, alarmEvery: 2, pauseMs: 42 })
  // The peer only sends. What the same readings cost us before anybody looks is not the fan-out's.
  const alone = await cpuShare(server.child.pid as number)
  const screens = new Screens()
  await screens.follow(http.replace('http', 'ws'), token, SCREENS)

  const own: Round[] = []
  const raw: Round[] = []
  for (let i = 0; i < ROUNDS; i++) {
    own.push(await measure(screens, server.child.pid as number, alone))
    const bytes = Math.round(screens.bytes / screens.frames)
    const peer = fork(join(import.meta.dirname, 'raw-fan-out.ts'), [String(bytes)], { execArgv: ['--import', 'tsx'] })
    const { port } = await new Promise<{ port: number }>((resolve) => peer.once('message', (m) => resolve(m as never)))
    const listeners = new Screens()
    await listeners.listen(`ws://127.0.0.1:${port}`, SCREENS)
    publisher.pause(true)
    raw.push(await measure(listeners, peer.pid as number, 0))
    publisher.pause(false)
    listeners.close()
    peer.disconnect()
    await ended(peer)
  }
  await publisher.stop()
  screens.close()
  await stopServer(server)
  await remove()

  const p99 = median(own.map((r) => r.p99))
  const cpu = median(own.map((r, i) => r.cpuPerFrame / (raw[i] as Round).cpuPerFrame))
  record({ name: 'fanout.rate', value: round(median(own.map((r) => r.rate)), 1), unit: 'frames/s and screen' })
  record({ name: 'fanout.alone', value: round(alone, 3), unit: 'of one core, for the same readings without screens' })
  record({
    name: 'fanout.p99',
    value: p99,
    unit: 'ms',
    against: `raw ws ${median(raw.map((r) => r.p99))}`,
    target: '<= 25',
    met: p99 <= 25,
  })
  record({
    name: 'fanout.cpu',
    value: round(median(own.map((r) => r.cpuPerFrame * 1e6)), 1),
    unit: 'us per frame and screen',
    against: `raw ws ${round(median(raw.map((r) => r.cpuPerFrame * 1e6)), 1)}`,
    ratio: round(cpu),
    target: 'ratio <= 1.5',
    met: cpu <= 1.5,
  })
})

interface Round {
  p99: number
  rate: number
  cpuPerFrame: number
}

async function cpuShare(pid: number): Promise<number> {
  await pause(1000)
  const before = cpuSeconds(pid)
  await pause(MEASURE_MS)
  return (cpuSeconds(pid) - before) / (MEASURE_MS / 1000)
}

async function measure(screens: Screens, pid: number, alone: number): Promise<Round> {
  await pause(1000)
  screens.reset()
  const before = cpuSeconds(pid)
  await pause(MEASURE_MS)
  const used = cpuSeconds(pid) - before - alone * (MEASURE_MS / 1000)
  return {
    p99: percentile(screens.delays, 0.99),
    rate: screens.frames / SCREENS / (MEASURE_MS / 1000),
    cpuPerFrame: used / screens.frames,
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
