import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { readSite } from '#tiles/cim/read.ts'
import { writeUntiledSite } from '../../testing/child.ts'
import { tempFolder } from '../../testing/start.ts'
import { CheckedFiles } from './checked-files.ts'

let folder: string
let site: string
let program: string
beforeEach(async () => {
  folder = await tempFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  site = await writeUntiledSite(join(folder, 'site'))
  program = join(folder, 'server.js')
  await writeFile(program, 'one version')
})

const open = () => CheckedFiles.open(folder, program)
const contentOf = (name: string) => readFile(join(site, name))

/** A start: reads the site and remembers what was found right. */
async function start() {
  const checked = await open()
  const read = await readSite(site, { checked })
  await checked.save()
  return read
}

test('what was found right is taken as it is the next time, and is the same', async () => {
  expect((await open()).isRight('devices.json', await contentOf('devices.json'))).toBe(false)
  const first = await start()
  expect((await open()).isRight('devices.json', await contentOf('devices.json'))).toBe(true)
  expect(await start()).toEqual(first)
  // The whole second reading relied on it: nothing was new, so nothing was written.
  const { mtimeMs } = await stat(join(folder, 'checked-files.json'))
  await start()
  expect((await stat(join(folder, 'checked-files.json'))).mtimeMs).toBe(mtimeMs)
})

test('one that was right and was damaged since is refused as ever', async () => {
  await start()
  const devices = JSON.parse(await readFile(join(site, 'devices.json'), 'utf8'))
  devices[1].position.lat = 95
  await writeFile(join(site, 'devices.json'), JSON.stringify(devices))
  await expect(start()).rejects.toMatchObject({ code: 'site.damaged', details: { file: join(site, 'devices.json') } })
  await writeFile(join(site, 'devices.json'), '[{')
  await expect(start()).rejects.toMatchObject({ code: 'site.damaged' })
})

test('what the schema fills in or leaves out is checked each time, and filled in each time', async () => {
  const community = JSON.parse(await readFile(join(site, 'community.json'), 'utf8'))
  const { datum: _, ...spare } = community
  await writeFile(join(site, 'community.json'), JSON.stringify(spare))
  for (let i = 0; i < 2; i++) expect((await start()).site.community.datum).toBe(0)
  expect((await open()).isRight('community.json', await contentOf('community.json'))).toBe(false)
  const devices = JSON.parse(await readFile(join(site, 'devices.json'), 'utf8'))
  await writeFile(join(site, 'devices.json'), JSON.stringify([{ ...devices[0], unheardOf: 1 }]))
  for (let i = 0; i < 2; i++) expect((await start()).devices).toEqual([devices[0]])
})

test('another program believes nothing of it, nor does anybody what is damaged', async () => {
  await start()
  await writeFile(program, 'two version')
  expect((await open()).isRight('devices.json', await contentOf('devices.json'))).toBe(false)
  await writeFile(program, 'one version')
  expect((await open()).isRight('devices.json', await contentOf('devices.json'))).toBe(true)
  for (const text of ['{', '[]', '{"program":1,"files":{}}', '']) {
    await writeFile(join(folder, 'checked-files.json'), text)
    expect((await open()).isRight('devices.json', await contentOf('devices.json'))).toBe(false)
  }
})

test('where it cannot be written, a start is only slower', async () => {
  const checked = await CheckedFiles.open(join(folder, 'nowhere'), program)
  await readSite(site, { checked })
  await expect(checked.save()).resolves.toBeUndefined()
})
