import { fork } from 'node:child_process'
import { join } from 'node:path'
import { defineBench, median, percentile, round } from '../../scripts/bench/bench.ts'
import { demoDevices, ended, startServer, stopServer, temporaryFolder } from './processes.ts'
import { publish } from './publisher.ts'

const CONNECTIONS = 40
const WINDOW = 32
const WARM_MS = 1500
const MEASURE_MS = 5000
const ROUNDS = 3

/** MQTT QoS 1 through rule and durable commit, against the bare broker under the same load. */
export default defineBench('ingest', async (record) => {
  const { folder, remove } = await temporaryFolder()
  const server = await startServer(folder)
  const peer = fork(join(import.meta.dirname, 'bare-broker.ts'), { execArgv: ['--import', 'tsx'] })
  const { port } = await new Promise<{ port: number }>((resolve) =>
    peer.once('message', (m) => resolve(m as { port: number })),
  )
  const devices = (await demoDevices(folder, 'smoke-detector')).slice(0, CONNECTIONS)
  const ours: number[] = []
  const bare: number[] = []
  let latencies: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    bare.push((await measure(port, devices)).rate)
    const own = await measure(server.mqttPort, devices)
    ours.push(own.rate)
    latencies = latencies.concat(own.latencies)
  }
  peer.disconnect()
  await ended(peer)
  await stopServer(server)
  await remove()

  const ratio = median(ours.map((rate, i) => rate / (bare[i] as number)))
  record({
    name: 'ingest.rate',
    value: Math.round(median(ours)),
    unit: 'messages/s',
    against: `bare broker ${Math.round(median(bare))}`,
    ratio: round(ratio),
    target: 'ratio >= 0.5',
    met: ratio >= 0.5,
  })
  const p99 = percentile(latencies, 0.99)
  record({ name: 'ingest.ack_p50', value: round(median(latencies)), unit: 'ms' })
  record({ name: 'ingest.ack_p99', value: round(p99), unit: 'ms', target: '<= 50', met: p99 <= 50 })
})

async function measure(port: number, devices: { id: string; secret: string }[]) {
  const publisher = await publish({ port, devices, window: WINDOW })
  await new Promise((resolve) => setTimeout(resolve, WARM_MS))
  const before = publisher.acked
  publisher.latencies.length = 0
  const from = performance.now()
  await new Promise((resolve) => setTimeout(resolve, MEASURE_MS))
  const rate = ((publisher.acked - before) / (performance.now() - from)) * 1000
  const latencies = [...publisher.latencies]
  await publisher.stop()
  return { rate, latencies }
}
