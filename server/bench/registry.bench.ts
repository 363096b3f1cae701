import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { deviceKinds } from '#models/devices/index.ts'
import { columnsFor, rowOf, titleOf, type Written } from '#models/registry/table.ts'
import { checkImport, type ImportState, importDevices, readImport } from '#shared/contract/imports.ts'
import { readArchive } from '#shared/contract/registry.ts'
import { signIn } from '#shared/contract/session.ts'
import { writeWorkbook } from '#shared/workbook.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import { defineBench, round } from '../../scripts/bench/bench.ts'
import { readCells } from '../areas/devices/sheet/file.ts'
import { ask } from '../testing/client.ts'
import { Screen } from '../testing/screen.ts'
import { longestBlock, loopProbe, startIdle } from './loop-probe.ts'
import { startServer, stopServer, temporaryFolder } from './processes.ts'

const ROWS = 20_000
const MOST_SECONDS = 10
const LONGEST_BLOCK_MS = 100
const POLL_MS = 50

/** A real spreadsheet through the real way in, with a screen that looks on, against reading the same file and nothing else. */
export default defineBench('registry', async (record) => {
  const { folder, remove } = await temporaryFolder()
  const server = await startServer(folder, loopProbe)
  const idle = startIdle()
  const url = `http://127.0.0.1:${server.httpPort}`
  const { token } = (await ask(url, signIn, { account: 'guanli', password: 'demo-administrator' })).body
  const told = (call: Parameters<typeof ask>[1], input: object) => ask(url, call, input, { token })
  const site = JSON.parse(await readFile(join(folder, 'site/devices.json'), 'utf8')) as DeviceEntry[]
  const file = Buffer.from(writeWorkbook([{ name: '设备', rows: tableOf(generated(site)) }]))
  const screen = await new Screen(url, token).upToDate()

  const bareFrom = performance.now()
  await readCells(file)
  const bare = (performance.now() - bareFrom) / 1000

  await Promise.all([server.child, idle].map(longestBlock))
  const from = performance.now()
  const { body } = await told(checkImport as never, { name: 'bench.xlsx', file: file.toString('base64') })
  let state: ImportState
  do {
    await wait(POLL_MS)
    state = (await told(readImport as never, { import: body.import })).body
  } while (state.phase === 'reading')
  const checked = (performance.now() - from) / 1000
  const blockOfCheck = await longestBlock(server.child)
  const taken = await told(importDevices as never, { import: body.import })
  const seconds = (performance.now() - from) / 1000
  // Until the last of them is on the screen.
  while (screen.world.devices.size < site.length + ROWS) await wait(POLL_MS)
  const shown = (performance.now() - from) / 1000
  const blockOfWriting = await longestBlock(server.child)
  const blockOfIdle = await longestBlock(idle)
  const archive = (await told(readArchive as never, { text: 'bench-', limit: 1 })).body
  screen.close()
  idle.kill()
  await stopServer(server)
  await remove()

  const whole = state.problemCount === 0 && taken.body.new === ROWS && archive.total === ROWS
  record({
    name: 'registry.import_s',
    value: round(seconds),
    unit: `s for ${ROWS} rows of ${round(file.length / 1e6, 1)} MB, checked in ${round(checked)} s, on the screen after ${round(shown)} s`,
    against: `reading the same file alone ${round(bare)} s`,
    ratio: round(seconds / bare, 1),
    target: `<= ${MOST_SECONDS}, all ${ROWS} rows in the archive`,
    met: seconds <= MOST_SECONDS && whole,
  })
  const block = Math.max(blockOfCheck, blockOfWriting)
  record({
    name: 'registry.longest_block',
    value: round(block, 0),
    unit: `ms that the server served nobody else (checking ${round(blockOfCheck, 0)}, writing ${round(blockOfWriting, 0)})`,
    against: `a process that does nothing, at the same time ${round(blockOfIdle, 0)} ms`,
    target: `<= ${LONGEST_BLOCK_MS} ms more than that`,
    met: block - blockOfIdle <= LONGEST_BLOCK_MS,
  })
})

function tableOf(entries: Written[]): (string | number | undefined)[][] {
  const written = columnsFor(true)
  return [written.map(titleOf), ...entries.map((entry) => rowOf(entry, written))]
}

/** Everything filled in, at places that there are. */
function generated(site: DeviceEntry[]): Written[] {
  const kinds = deviceKinds.all.filter(({ moves }) => !moves)
  return Array.from({ length: ROWS }, (_, i) => {
    const { place, position } = site[i % site.length] as DeviceEntry
    return {
      device: `bench-${i}`,
      kind: kinds[i % kinds.length]?.kind ?? '',
      name: `第 ${i} 台设备`,
      place,
      position: { ...position, lon: position.lon + (i % 7) * 1e-6 },
      maker: `厂家 ${i % 20}`,
      model: `M-${i % 50}`,
      serial: String(i).padStart(8, '0'),
      installedAt: `20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 10}`,
      owner: '锦绣街道办事处',
      user: '锦绣社区居委会',
      maintainer: `维保公司 ${i % 5}`,
      keeper: `责任人 ${i % 200}`,
      phone: `138 0000 ${String(i % 10_000).padStart(4, '0')}`,
      warrantyUntil: '2028-12-31',
      lifeYears: 5 + (i % 10),
      upkeepDays: 30 + (i % 300),
      servicedAt: '2026-06-01',
      groups: [`${1 + (i % 4)} 期`, `批次 ${i % 100}`],
      note: '由表格导入',
    }
  })
}
