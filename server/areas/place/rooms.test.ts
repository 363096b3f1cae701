import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readRoomNames } from './rooms.ts'

test('rooms are called by their names, homes by their numbers; a damaged inside costs its own names alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ankan-rooms-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'interiors'))
  const square = [
    [0, 0],
    [4, 0],
    [4, 4],
  ]
  const rooms = [
    { id: 'stairs-1', name: '1单元楼梯', use: 'stairs', outline: square },
    { id: 'home-01', number: '01', name: '住宅', use: 'home', outline: square },
  ]
  const plans = { typical: { rooms, doors: [] } }
  const interior = { origin: [114, 22], turn: 0, plans, floors: [{ floor: 1, plan: 'typical' }], risers: [] }
  await writeFile(join(folder, 'interiors/c-z1-b01.json'), JSON.stringify(interior))
  await writeFile(join(folder, 'interiors/c-z1-b02.json'), '{')
  const buildings = ['c/z1/b01', 'c/z1/b02', 'c/z1/b03'].map((place) => ({ place }))
  const names = await readRoomNames(folder, buildings)
  expect(names['c/z1/b01']).toEqual({ 'stairs-1': { name: '1单元楼梯', use: 'stairs' } })
  expect(Object.keys(names['c/z1/b02'] ?? {})).toEqual([])
  expect(names['c/z1/b03']).toBeUndefined()
})
