import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { validateBytes } from 'gltf-validator'
import { expect, test } from 'vitest'
import { registry } from '#shared/registry.ts'
import { deviceKinds } from './devices/index.ts'
import { models } from './models.ts'
import { toGlb } from './shape/gltf.ts'
import { LEAN_TRIANGLES } from './shape/lean.ts'
import type { Detail } from './shape/maker.ts'
import { boundsOf, type Model, partsOf } from './shape/model.ts'
import { type Face, volume } from './shape/solid.ts'

const variants = models.all.flatMap((model) =>
  (['full', 'lean'] as const).map((detail): [string, Model, Detail] => [`${model.id} ${detail}`, model, detail]),
)
const here = import.meta.dirname

test('every device kind has a model under its name, hung as the kind is', () => {
  for (const { kind, name, mount } of deviceKinds.all) {
    const model = models.get(kind)
    expect([kind, model?.group, model?.mount, model?.name]).toEqual([kind, 'device', mount, name])
  }
  expect(models.all.filter(({ group }) => group === 'device').length).toBe(deviceKinds.all.length)
})

test('every file and folder of models is on the list, a second one of a name throws', () => {
  const files = ['vehicles', 'responders', 'trees', 'furniture'].flatMap((folder) =>
    readdirSync(join(here, folder))
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace(/\.ts$/, '')),
  )
  const folders = readdirSync(join(here, 'devices'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(models.all.map(({ id }) => id).sort()).toEqual([...files, ...folders.map(({ name }) => name)].sort())
  const [first] = models.all as [Model]
  expect(() => registry<Model>('model', ({ id }) => id, [first, { ...first }])).toThrow('registered twice')
})

test.each(variants)('%s: every body is closed, right side out and has a thickness', (_, model, detail) => {
  for (const [i, { solid, paint }] of partsOf(model, detail).entries()) {
    const label = `body ${i}, ${paint}`
    expect(volume(solid), label).toBeGreaterThan(0)
    // Each edge is walked once in each direction: no hole, no face turned the wrong way.
    const edges = new Map<string, number>()
    const walk = (a: number, b: number) => edges.set(`${a} ${b}`, (edges.get(`${a} ${b}`) ?? 0) + 1)
    for (const [a, b, c] of solid.faces as Face[])
      for (const [p, q] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const)
        walk(p, q)
    const loose = [...edges].filter(([edge, times]) => times !== 1 || !edges.has(edge.split(' ').reverse().join(' ')))
    expect(loose, label).toEqual([])
  }
})

/** Metres that a thing of its sort measures at its longest. */
const SIZES = {
  device: [0.05, 7],
  vehicle: [1.3, 10],
  responder: [1.6, 1.95],
  tree: [4, 9],
  furniture: [0.6, 7],
} as const

test.each(variants)('%s: has a size in metres and touches its mount at the origin', (_, model, detail) => {
  const { min, max } = boundsOf(partsOf(model, detail))
  const size = Math.max(...max.map((v, axis) => v - (min[axis] as number)))
  const [least, most] = SIZES[model.group]
  expect(size).toBeGreaterThan(least)
  expect(size).toBeLessThan(most)
  // A tyre with few sides stands on a flat, a little above the ground.
  const near = detail === 'full' ? (model.group === 'vehicle' ? 0.015 : 0.002) : 0.09
  const stands = Math.abs(min[1]) <= near
  if (model.mount === 'ceiling') expect([Math.abs(max[1]) <= near, min[1] < 0]).toEqual([true, true])
  else if (model.mount === 'wall')
    expect([min[2] > -0.3 && Math.abs(min[2]) <= Math.max(near, 0.06), max[2] > 0]).toEqual([true, true])
  else if (model.mount === 'worn') expect(size).toBeLessThan(0.1)
  else expect([model.id, min[1], stands]).toEqual([model.id, min[1], true])
})

test.each(variants)('%s: is small and passes the validator of Khronos', async (_, model, detail) => {
  const glb = await toGlb(model, detail)
  const triangles = partsOf(model, detail).reduce((sum, { solid }) => sum + solid.faces.length, 0)
  if (detail === 'full') expect(glb.length).toBeLessThanOrEqual(60 * 1024)
  else expect(triangles).toBeLessThanOrEqual(LEAN_TRIANGLES)
  const { issues } = await validateBytes(glb)
  expect(issues.messages.filter(({ severity }) => severity <= 1)).toEqual([])
})

test('the same description makes the same bytes', async () => {
  for (const id of ['banyan', 'fire-engine', 'smoke-detector']) {
    const model = models.get(id) as Model
    expect(Buffer.from(await toGlb(model, 'full')).equals(await toGlb(model, 'full'))).toBe(true)
  }
})

test('a lean variant still looks like the thing: about as large, and lamps still shine', () => {
  for (const model of models.all) {
    const [full, lean] = [boundsOf(partsOf(model, 'full')), boundsOf(partsOf(model, 'lean'))]
    for (const axis of [0, 1, 2] as const) {
      const size = (bounds: typeof full) => bounds.max[axis] - bounds.min[axis]
      expect([model.id, axis, size(lean) / size(full) > 0.55]).toEqual([model.id, axis, true])
    }
  }
  for (const id of ['street-lamp', 'garden-lamp', 'police-car', 'fire-engine'])
    expect(partsOf(models.get(id) as Model, 'lean').some(({ paint }) => /lamp|beacon/.test(paint))).toBe(true)
})
