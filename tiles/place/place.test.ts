import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSite } from '../cim/read.ts'
import { commands, runCommand } from './commands.ts'
import { readImport } from './import-options.ts'
import { ownFolder, place } from './testing/place.ts'

const at = (column: number) => {
  const [west, south] = [114 + column * 0.001, 22.5]
  const corners = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0],
  ]
  return corners.map(([x = 0, y = 0]) => [west + x * 1e-4, south + y * 1e-4])
}
const feature = (id: string, height: number, column = 0) => ({
  type: 'Feature',
  id,
  properties: { height, building: 'apartments' },
  geometry: { type: 'Polygon', coordinates: [at(column)] },
})

test('import, build, check: from a file to a site that has its tiles', async () => {
  const folder = await ownFolder()
  const [file, out] = [join(folder, '锦绣.geojson'), join(folder, 'site')]
  const features = [feature('a', 30), feature('b', 18, 1), feature('flat', 0, 2)]
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }))

  const imported = await place('import', file, '--out', out, '--id', 'jinxiu')
  expect(imported.code).toBe(0)
  expect(imported.output).toMatch(/导入建筑 2 栋.* {2}\| {2}geojson: 2 buildings taken/)
  expect(imported.output).toMatch(/未导入：高度无效.*left out: no valid height.*\n {4}flat {2}\(0\)/)
  expect(imported.output).toContain(`npm run place -- build ${out}`)
  const { site } = await readSite(out)
  expect(site.community).toMatchObject({ id: 'jinxiu', name: '锦绣' })
  const report = JSON.parse(await readFile(join(out, 'import-report.json'), 'utf8'))
  expect(report).toMatchObject({
    taken: { buildings: 2 },
    leftOut: [{ code: 'height.invalid', entries: [{ object: 'flat', detail: '0' }] }],
  })

  const before = await place('check', out)
  expect([before.code, before.output]).toEqual([0, expect.stringContaining('no tiles yet')])
  const built = await place('build', out)
  // On a slow machine progress is said meanwhile: that is no error.
  expect(built.code).toBe(0)
  expect(built.output).toMatch(/2 buildings, 0 interiors, \d+ tiles/)
  expect(built.output).toContain(`npm start -- --site ${out}`)
  const after = await place('check', out)
  expect([after.code, after.output]).toEqual([0, expect.not.stringContaining('tiles')])

  const text = await readFile(join(out, 'buildings.json'), 'utf8')
  await writeFile(join(out, 'buildings.json'), text.replace('jinxiu/z1/b"', 'jinxiu/z9/b"'))
  const list = join(folder, 'findings.json')
  const spoiled = await place('check', out, '--report', list)
  expect(spoiled.code).toBe(1)
  expect(spoiled.output).toMatch(/names a grid unit that is not there \(1\)\n {4}jinxiu\/z9\/b {2}\(jinxiu\/z9\)/)
  expect(spoiled.output).toContain('the site has changed since its tiles were made')
  expect(JSON.parse(await readFile(list, 'utf8'))).toMatchObject({ buildings: 2, wrong: [{ code: 'grid.unknown' }] })
}, 60_000)

test('nothing usable: the reasons, exit code 1, and nothing written but the report that was asked for', async () => {
  const folder = await ownFolder()
  const [file, report] = [join(folder, 'a.geojson'), join(folder, 'report.json')]
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features: [feature('flat', 0)] }))
  const { code, output, errors } = await place('import', file, '--out', join(folder, 'site'), '--report', report)
  expect(code).toBe(1)
  expect(output).toContain('flat  (0)')
  expect(errors).toContain('nothing was usable')
  expect((await readdir(folder)).sort()).toEqual(['a.geojson', 'report.json'])
  expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ leftOutCount: 1 })
})

test('what is refused is said in one line, without the inside of the program', async () => {
  const folder = await ownFolder()
  const { code, errors } = await place('import', join(folder, 'none.geojson'), '--out', join(folder, 'site'))
  expect(code).toBe(1)
  expect(errors).toMatch(/^找不到 .*none\.geojson {2}\| {2}there is no file or folder .*none\.geojson\n$/)
})

test('help for all, and for each; what is wrong is answered with help', async () => {
  const typed = async (...args: string[]) => {
    const lines: string[] = []
    const add = (line: string) => lines.push(line)
    const terminal = { say: add, warn: add, progress: add, signal: new AbortController().signal }
    return { code: await runCommand(args, terminal), text: lines.join('\n') }
  }
  const all = await place('--help')
  expect([all.code, all.errors]).toEqual([0, ''])
  for (const { name } of commands.all) {
    expect(all.output).toContain(`  ${name} `)
    expect(await typed(name, '--help')).toEqual({ code: 0, text: expect.stringContaining(`npm run place -- ${name}`) })
  }
  const wrong = [
    [],
    ['nonsense'],
    ['import'],
    ['import', 'a', 'b', '--out', 'c'],
    ['build', 'x', '--what'],
    ['demo', 'x'],
    ['demo', '--out', 'x', '--movers', '1.5'],
  ]
  for (const args of wrong)
    expect(await typed(...args), args.join(' ')).toEqual({ code: 2, text: expect.stringContaining('npm run place --') })
})

test('the demonstration, and no second one over it', async () => {
  const out = join(await ownFolder(), 'demo')
  const made = await place('demo', '--seed', '7', '--out', out, '--movers', '7', '--no-build')
  expect(made.code).toBe(0)
  const { site, devices } = await readSite(out)
  expect(site.buildings.length).toBeGreaterThan(50)
  expect(devices.filter(({ kind }) => kind.endsWith('-terminal'))).toHaveLength(7)
  const again = await place('demo', '--seed', '8', '--out', out, '--no-build')
  expect([again.code, again.errors]).toEqual([1, expect.stringContaining('--replace')])
  const checked = await place('check', out)
  expect([checked.code, checked.output]).toEqual([0, expect.stringContaining('nothing is wrong')])
}, 60_000)

const wrong: [string[], RegExp][] = [
  [[], /--out DIR is wanted/],
  [['--out', 'x', '--epsg', '2383'], /Xian 1980/],
  [['--out', 'x', '--epsg', 'CGCS'], /no EPSG code/],
  [['--out', 'x', '--offset', 'mars'], /wgs84, gcj02, bd09/],
  [['--out', 'x', '--offset', 'gcj02', '--reference', 'r'], /one of them/],
  [['--out', 'x', '--datum', 'high'], /--datum wants a number/],
  [['--out', 'x', '--max-gb', '-1'], /ambiguous|--max-gb wants/],
  [['--out', 'x', '--id', '锦绣'], /--id wants small letters/],
  [['--out', 'x', '--name', ' '], /--name wants/],
  [['--out', 'x', '--lift', '5000'], /--lift wants a number of -1000 to 1000/],
]
test.for(wrong)('wrong usage: %o', ([args, message]) => {
  expect(() => readImport(['file.geojson', ...args])).toThrow(message)
})

test('every way to write a coordinate system, and heights below the sea', () => {
  const { options } = readImport([
    'f',
    '--out',
    'x',
    '--epsg',
    'EPSG:4547',
    '--datum=-3.5',
    '--offset',
    'GCJ02',
    '--swap-axes',
  ])
  expect(options).toMatchObject({
    epsg: 4547,
    datum: -3.5,
    offset: 'gcj02',
    swapAxes: true,
    replace: false,
    mostBytes: 50e9,
  })
})
