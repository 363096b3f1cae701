import { expect, test } from 'vitest'
import { readDeviceHistory } from '#shared/contract/devices.ts'
import { checkImport, type ImportState, importDevices, readImport } from '#shared/contract/imports.ts'
import { changeDevice, readKeeperPhone, registerDevice, retireDevice } from '#shared/contract/registry.ts'
import { type DeviceEntry, entryOf } from '#shared/world/device-entry.ts'
import { worldHash } from '#shared/world/hash.ts'
import { TestDisk } from '../../testing/disk.ts'
import { type Running, start } from '../../testing/start.ts'
import { until } from '../../testing/until.ts'

const HEAD = ['设备编号', '名称', '类别', '安装位置', '经度', '纬度', '高度', '维护责任人', '联系电话', '分组']
const row = (id: string, ...more: (string | number)[]) => [
  id,
  `烟感 ${id}`,
  '感烟探测器',
  'jinxiu/z1/b01/f01',
  114,
  22.5,
  ...more,
]
const csv = (rows: (string | number)[][], head: (string | number)[] = HEAD) =>
  Buffer.from(`\ufeff${[head, ...rows].map((cells) => cells.join(',')).join('\r\n')}`)

/** Has a file checked, and waits for what is found. */
async function check(server: Running, file: Buffer, name = '设备.csv', as = 'admin'): Promise<ImportState> {
  const began = await server.ask(checkImport, { name, file: file.toString('base64') }, as)
  expect(began.error).toBeUndefined()
  return found(server, began.body.import, as)
}

async function found(server: Running, id: string, as = 'admin'): Promise<ImportState> {
  let state: ImportState | undefined
  await until(async () => {
    state = (await server.ask(readImport, { import: id }, as)).body
    return state?.phase !== 'reading'
  }, 'the check')
  return state as ImportState
}

const take = (server: Running, { import: id }: ImportState, as = 'admin') =>
  server.ask(importDevices, { import: id }, as)
const problemsOf = ({ problems }: ImportState) =>
  problems.map(({ row: n, column, problem }) => `${n} ${column} ${problem}`)

test('a spreadsheet is checked, shown, taken in whole, and each device says where it comes from', async () => {
  const server = await start()
  const state = await check(
    server,
    csv([
      row('a-1', 3, '王工', '110', '一期、消防'),
      row('a-2'),
      ['smoke-1', '改名', '感烟探测器', 'jinxiu/z1/b01/f01', 114, 22.5, 3],
    ]),
  )
  expect(state).toMatchObject({ phase: 'checked', of: 3, done: 3, problemCount: 0, file: '设备.csv' })
  expect(state.counts).toEqual({ new: 2, changed: 1, unchanged: 0, wrong: 0 })
  expect(state.lines[2]).toMatchObject({
    row: 4,
    device: 'smoke-1',
    what: 'changed',
    was: { name: 'smoke-1' },
    is: { name: '改名' },
  })
  expect(server.log.told.devices.has('a-1')).toBe(false)
  expect((await take(server, state)).body).toEqual({ new: 2, changed: 1, unchanged: 0 })
  expect(server.log.told.devices.get('a-1')).toMatchObject({
    name: '烟感 a-1',
    kind: 'smoke-detector',
    keeper: '王工',
    groups: ['一期', '消防'],
    source: 'import',
    file: '设备.csv',
  })
  expect((await server.ask(readKeeperPhone, { device: 'a-1' }, 'admin')).body.phone).toBe('110')
  const history = async (device: string) => (await server.ask(readDeviceHistory, { device }, 'admin')).body.events[0]
  expect(await history('a-1')).toMatchObject({
    type: 'device:registered',
    by: { id: 'admin' },
    data: { file: '设备.csv' },
  })
  expect(await history('smoke-1')).toMatchObject({
    type: 'device:changed',
    data: { file: '设备.csv', was: { name: 'smoke-1' } },
  })
  // Once is enough.
  expect((await take(server, state)).error?.code).toBe('import.busy')
  const before = worldHash(server.log.told)
  await server.restart()
  expect(worldHash(server.log.told)).toBe(before)
})

test('every row that is wrong is told with what is wrong, and nothing is taken in, the good rows neither', async () => {
  const server = await start()
  await server.ask(retireDevice, { device: 'gas-1', reason: 'x' }, 'admin')
  const state = await check(
    server,
    csv([
      row('good-1'),
      row('twice'),
      row('twice'),
      row('gas-1'),
      ['kind', 'x', '烤面包机', 'jinxiu/z1', 114, 22.5],
      ['place', 'x', '感烟探测器', 'elsewhere', 114, 22.5],
      ['far', 'x', '感烟探测器', 'jinxiu/z1', 22.5, 60],
      ['no-name', '', '感烟探测器', 'jinxiu/z1', 114, 22.5],
      ['bad id', 'x', '感烟探测器', 'jinxiu/z1', 114, 22.5],
      row('phone', 3, '王工', '不是电话'),
      row('SMOKE-1'),
      row('Good-1'),
    ]),
  )
  expect(problemsOf(state)).toEqual([
    '4 device twice',
    '5 device retired',
    '6 kind kind-unknown',
    '7 place place-unknown',
    '8 lon too-far',
    '9 name missing',
    '10 device form',
    '11 phone form',
    '12 device case',
    '13 device twice',
  ])
  expect(state.counts).toEqual({ new: 2, changed: 0, unchanged: 0, wrong: 10 })
  const { seq } = server.log.told
  expect((await take(server, state)).error?.code).toBe('import.wrong')
  expect(server.log.told.devices.has('good-1')).toBe(false)
  expect(server.log.told.devices.size).toBe(3)
  expect(server.log.told.seq).toBe(seq)
})

test('gateways may come with the same sheet; one that nobody knows is told', async () => {
  const server = await start()
  const head = [...HEAD.slice(0, 6), '网关编号']
  const state = await check(server, csv([row('one', 'gate'), row('gate'), row('two', 'smoke-1')], head))
  expect(state.counts.new).toBe(3)
  expect((await take(server, state)).status).toBe(200)
  expect(problemsOf(await check(server, csv([row('three', 'nobody'), row('four', 'four')], head)))).toEqual([
    '2 gateway gateway-unknown',
    '3 gateway gateway-unknown',
  ])
})

test('a column that is left out is left alone, an empty cell means that there is nothing', async () => {
  const server = await start()
  const known = { ...entryOf(server.log.told.devices.get('smoke-1') as DeviceEntry), maker: '安科', keeper: '王工' }
  await server.ask(changeDevice, { ...known, phone: '110' }, 'admin')
  await take(server, await check(server, csv([['smoke-1', '']], ['设备编号', '维护责任人'])))
  const now = server.log.told.devices.get('smoke-1')
  expect([now?.maker, now?.keeper, now?.name]).toEqual(['安科', undefined, 'smoke-1'])
  expect((await server.ask(readKeeperPhone, { device: 'smoke-1' }, 'admin')).body.phone).toBe('110')
  await take(server, await check(server, csv([['smoke-1', '']], ['设备编号', '联系电话'])))
  expect((await server.ask(readKeeperPhone, { device: 'smoke-1' }, 'admin')).body).toEqual({})
  // Of a new device more has to be known.
  expect(problemsOf(await check(server, csv([['new-1', '']], ['设备编号', '维护责任人'])))).toContain(
    '2 name column-missing',
  )
})

test('somebody changes a device between the check and the import: nothing is taken in', async () => {
  const server = await start()
  const state = await check(server, csv([row('a-1'), row('smoke-1')]))
  const entry = entryOf(server.log.told.devices.get('smoke-1') as DeviceEntry)
  await server.ask(changeDevice, { ...entry, name: 'theirs' }, 'admin')
  expect((await take(server, state)).error?.code).toBe('import.outdated')
  const other = await check(server, csv([row('a-1')]))
  await server.ask(registerDevice, { ...entry, device: 'a-1', name: 'theirs' }, 'admin')
  expect((await take(server, other)).error?.code).toBe('import.outdated')
  expect([...server.log.told.devices.values()].filter(({ name }) => name === 'theirs')).toHaveLength(2)
})

test('an import belongs to whoever asked for it, and to its area of duty', async () => {
  const server = await start()
  const state = await check(server, csv([row('a-1')]))
  expect((await server.ask(checkImport, { name: 'x', file: '' }, 'commander')).status).toBe(403)
  expect((await server.ask(importDevices, { import: state.import }, 'commander')).status).toBe(403)
  expect((await server.ask(importDevices, { import: 'unheard-of' }, 'admin')).error?.code).toBe('import.unknown')
  // Whoever may not ask is refused before a large body is read.
  const large = { name: 'x', file: 'A'.repeat(5_000_000) }
  expect((await server.ask(checkImport, large, 'viewer')).error?.code).toBe('access.denied')
  expect((await server.ask(checkImport, large)).error?.code).toBe('access.required')
  expect((await server.ask(checkImport, { name: 'x', file: 'A'.repeat(15_000_000) }, 'admin')).error?.code).toBe(
    'input.too-large',
  )
})

test.each([
  ['garbage', Buffer.from([1, 2, 3, 4, 5]), 'unreadable'],
  ['no bytes', Buffer.alloc(0), 'empty'],
  ['another sheet', csv([['张三', '110']], ['姓名', '电话']), 'no-header'],
  [
    'too many rows',
    csv(
      Array.from({ length: 100_001 }, (_, i) => [`d${i}`, 'x']),
      ['设备编号', '名称'],
    ),
    'too-many-rows',
  ],
])('%s is told for what it is', async (_, file, fault) => {
  const server = await start()
  expect(await check(server, file)).toMatchObject({ phase: 'failed', fault })
  expect((await server.ask(registerDevice, {}, 'admin')).status).toBe(400)
})

test('a disk that fails while it is written leaves nothing of it, and it can be written again', async () => {
  const disk = new TestDisk()
  const server = await start({ wrap: disk.wrap })
  const state = await check(server, csv([row('a-1'), row('a-2')]))
  const { seq } = server.log.told
  disk.failing = new Error('no space')
  expect((await take(server, state)).status).toBeGreaterThanOrEqual(500)
  disk.failing = null
  expect([server.log.told.devices.has('a-1'), server.log.told.seq]).toEqual([false, seq])
  await until(() => server.log.probe(), 'the disk')
  expect((await take(server, state)).status).toBe(200)
  expect(server.log.told.devices.has('a-2')).toBe(true)
})
