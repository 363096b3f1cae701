import { expect, test } from 'vitest'
import { GroupCommit } from './group-commit.ts'
import type { Batch } from './storage.ts'

/** A disk that finishes each write when the test says so. */
function slowDisk() {
  const writes: { batch: Batch; done: () => void; fail: (error: Error) => void }[] = []
  const write = (batch: Batch) =>
    new Promise<void>((done, fail) => {
      writes.push({ batch, done, fail })
    })
  return { writes, write }
}

const put = (key: string) => (batch: Batch) => void batch.vault.push({ key, value: key })
const keys = (batch: Batch | undefined) => batch?.vault.map(({ key }) => key)
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what comes during a write goes into the next one, in order, and is told in order', async () => {
  const disk = slowDisk()
  const told: string[] = []
  const group = new GroupCommit(disk.write, {
    committed: (batch) => told.push(...(keys(batch) as string[])),
    failed: () => told.push('failed'),
  })
  const answers: string[] = []
  const add = (key: string) => group.add(put(key)).then(() => answers.push(key))
  const all = [add('a'), add('b')]
  await turn()
  all.push(add('c'), add('d'))
  await turn()
  expect(disk.writes.map(({ batch }) => keys(batch))).toEqual([['a', 'b']])
  expect([told, answers]).toEqual([[], []])
  disk.writes[0]?.done()
  await turn()
  expect([told, answers]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
  expect(keys(disk.writes[1]?.batch)).toEqual(['c', 'd'])
  disk.writes[1]?.done()
  await Promise.all(all)
  expect(told).toEqual(['a', 'b', 'c', 'd'])
  await group.idle()
})

test('a failing write takes with it what queued up behind, and nothing that comes after', async () => {
  const disk = slowDisk()
  const said: string[] = []
  const group = new GroupCommit(disk.write, {
    committed: (batch) => said.push(...(keys(batch) as string[])),
    failed: (error) => said.push((error as Error).message),
  })
  const first = group.add(put('a')).catch((error: Error) => `a: ${error.message}`)
  await turn()
  const behind = group.add(put('b')).catch((error: Error) => `b: ${error.message}`)
  disk.writes[0]?.fail(new Error('no disk'))
  expect(await Promise.all([first, behind])).toEqual(['a: no disk', 'b: no disk'])
  expect(said).toEqual(['no disk'])
  await group.idle()
  const later = group.add(put('c'))
  await turn()
  expect(disk.writes).toHaveLength(2)
  disk.writes[1]?.done()
  await later
  expect(said).toEqual(['no disk', 'c'])
})

test('whoever adds from within the telling is written in the next group', async () => {
  const disk = slowDisk()
  let nested: Promise<void> | undefined
  const group: GroupCommit = new GroupCommit(disk.write, {
    committed: () => {
      nested ??= group.add(put('nested'))
    },
    failed: () => {},
  })
  const outer = group.add(put('outer'))
  await turn()
  disk.writes[0]?.done()
  await outer
  await turn()
  expect(keys(disk.writes[1]?.batch)).toEqual(['nested'])
  disk.writes[1]?.done()
  await nested
  await group.idle()
})

test('nobody who waits for idle misses a write', async () => {
  const disk = slowDisk()
  const group = new GroupCommit(disk.write, { committed: () => {}, failed: () => {} })
  let idle = false
  void group.add(put('a'))
  const waiting = group.idle().then(() => {
    idle = true
  })
  await turn()
  await turn()
  expect(idle).toBe(false)
  void group.add(put('b'))
  disk.writes[0]?.done()
  await turn()
  await turn()
  expect(idle).toBe(false)
  disk.writes[1]?.done()
  await waiting
})
