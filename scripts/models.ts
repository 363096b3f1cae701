import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { models } from '../models/models.ts'
import { toGlb } from '../models/shape/gltf.ts'
import { boundsOf, partsOf } from '../models/shape/model.ts'

/** `npm run models`: every model as `<id>.glb` and `<id>.lean.glb`, and `models.json`, which names them. */
const folder = join(import.meta.dirname, '../dist/models')

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
let bytes = 0
const write = async (name: string, data: Uint8Array | string) => {
  bytes += data.length
  await writeFile(join(folder, name), data)
}
const list = []
for (const model of models.all) {
  const { id, name, group, mount } = model
  await write(`${id}.glb`, await toGlb(model, 'full'))
  await write(`${id}.lean.glb`, await toGlb(model, 'lean'))
  list.push({ id, name, group, mount, bounds: boundsOf(partsOf(model, 'full')) })
}
await write('models.json', JSON.stringify(list))
process.stdout.write(`dist/models: ${list.length} models, ${Math.round(bytes / 1024)} KB\n`)
