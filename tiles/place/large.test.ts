import { once } from 'node:events'
import { createWriteStream, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder, start } from './testing/place.ts'

const COUNT = 100_000
const TELL =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS='+process.resourceUsage().maxRSS))"

/** A city of a hundred thousand buildings, as a map brings it. */
async function city(file: string): Promise<void> {
  const stream = createWriteStream(file)
  for (let i = 0; i < COUNT; i++) {
    const [lon, lat] = [114 + (i % 400) * 5e-4, 22.5 + Math.floor(i / 400) * 5e-4]
    const [width, depth] = [1e-4 + (i % 7) * 1e-5, 1e-4 + (i % 11) * 1e-5]
    const ring = [
      [lon, lat],
      [lon + width, lat],
      [lon + width, lat + depth / 2],
      [lon + width / 2, lat + depth / 2],
      [lon + width / 2, lat + depth],
      [lon, lat + depth],
      [lon, lat],
    ]
    const properties = {
      building: 'apartments',
      height: 9 + (i % 80),
      'building:levels': 3 + (i % 30),
      name: `${i} 号楼`,
      start_date: '1998',
    }
    const feature = { type: 'Feature', id: `way/${i}`, properties, geometry: { type: 'Polygon', coordinates: [ring] } }
    if (!stream.write(`${JSON.stringify(feature)}\n`)) await once(stream, 'drain')
  }
  await new Promise<void>((done) => stream.end(() => done()))
}

test('a hundred thousand buildings take little memory, and Ctrl+C on the way leaves nothing', async () => {
  const folder = await ownFolder()
  const [file, out] = [join(folder, 'city.geojsonl'), join(folder, 'site')]
  await city(file)

  const watcher = watch(folder)
  const begun = once(watcher, 'change')
  const broken = start(['import', file, '--out', out])
  await begun
  watcher.close()
  broken.child.kill('SIGINT')
  const { code, errors } = await broken.ended
  expect([code, errors]).toEqual([130, expect.stringContaining('nothing was left half done')])
  expect(await readdir(folder)).toEqual(['city.geojsonl'])

  const whole = await start(['import', file, '--out', out], ['--max-old-space-size=400', '--import', TELL]).ended
  expect([whole.code, whole.output]).toEqual([0, expect.stringContaining(`${COUNT} buildings taken`)])
  const [, kilobytes] = /maxRSS=(\d+)/.exec(whole.errors) ?? []
  expect(Number(kilobytes)).toBeGreaterThan(30_000)
  expect(Number(kilobytes)).toBeLessThan(500_000)
  expect((await stat(join(out, 'buildings.json'))).size).toBeGreaterThan(COUNT * 200)
}, 120_000)
