import { defineBench, median, round } from '../../scripts/bench/bench.ts'
import { openSqliteStorage } from '../log/sqlite/sqlite-storage.ts'
import { demoDevices, ended, startServer, stopServer, temporaryFolder } from './processes.ts'
import { publish } from './publisher.ts'

const KILLS = 200
const CONNECTIONS = 20
const WINDOW = 16

/** kill -9 in the middle of ingest, again and again: what was acknowledged must be there. */
export default defineBench('kill', async (record) => {
  const { folder, remove } = await temporaryFolder()
  await stopServer(await startServer(folder))
  const devices = (await demoDevices(folder, 'smoke-detector')).slice(0, CONNECTIONS)
  const acknowledged = new Map<string, number[]>(devices.map((device) => [device.id, []]))
  const ready: number[] = []
  for (let i = 0; i < KILLS; i++) {
    const server = await startServer(folder)
    ready.push(server.readyMs)
    const publisher = await publish({
      port: server.mqttPort,
      devices,
      window: WINDOW,
      alarmEvery: 50,
      onAck: (device, at) => acknowledged.get(device)?.push(at),
    })
    // Killed at another moment of the commit each time.
    await new Promise((resolve) => setTimeout(resolve, 40 + ((i * 37) % 160)))
    server.child.kill('SIGKILL')
    await ended(server.child)
    await publisher.stop()
  }

  const storage = await openSqliteStorage(folder)
  let lost = 0
  let kept = 0
  for (const [device, times] of acknowledged) {
    const found = new Set<number>()
    let from = 0
    for (;;) {
      const points = await storage.readings(device, 'smoke', from, Number.MAX_SAFE_INTEGER / 10, 50_000)
      for (const [at] of points) found.add(at)
      if (points.length < 50_000) break
      from = (points.at(-1)?.[0] ?? 0) + 1
    }
    for (const at of times)
      if (found.has(at)) kept++
      else lost++
  }
  await storage.close()
  await remove()

  record({ name: 'kill.acknowledged', value: kept + lost, unit: 'messages' })
  record({ name: 'kill.lost', value: lost, unit: 'messages', target: '= 0', met: lost === 0 && kept > 0 })
  const max = Math.max(...ready)
  record({ name: 'kill.ready_p50', value: round(median(ready), 0), unit: 'ms' })
  record({ name: 'kill.ready_max', value: round(max, 0), unit: 'ms', target: '<= 1000', met: max <= 1000 })
})
