import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Grid } from '../../cim/community.ts'
import { writeSite } from '../../cim/write.ts'
import { at, smallSite } from '../../write/testing/small-site.ts'
import { checkSite } from './site.ts'

/** What `check` says of the small site when a door of its house is left out. */
async function cutOff(without?: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ankan-ways-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const content = smallSite()
  const ring = [at(-200, -200), at(200, -200), at(200, 200), at(-200, 200)]
  content.site.grids.push(Grid.parse({ place: 'small/z1', name: '一', ring }))
  for (const interior of content.interiors.values())
    for (const plan of Object.values(interior.plans)) plan.doors = plan.doors.filter(({ id }) => id !== without)
  await writeSite(folder, content)
  const { findings } = await checkSite(folder, () => {})
  expect(findings.wrong.all).toEqual([])
  const found = findings.remarks.all.find(({ code }) => code === 'room.cut-off')
  return (found?.entries ?? []).map(({ object }) => object).toSorted()
}

test('a house whose doors are all there can be walked through', async () => {
  expect(await cutOff()).toEqual([])
})

test('a forgotten door cuts its rooms off, and they are named', async () => {
  expect(await cutOff('d1')).toEqual([1, 2, 3, 4].map((floor) => `small/z1/b01/f0${floor}/${floor}01`))
})

test('a house without an entrance is cut off as a whole', async () => {
  expect((await cutOff('e')).length).toBeGreaterThan(10)
})
