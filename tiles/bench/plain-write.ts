import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, Logger, NodeIO } from '@gltf-transform/core'
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions'
import { MeshoptDecoder } from 'meshoptimizer'

/**
 * What the tiler is compared with: the triangles of its own tiles, already in memory, written by glTF-Transform as
 * one would write any mesh, one document a tile. Reading them is not counted, and nothing of what the tiler does
 * beside writing is done: no parsing, no drawing, no levels, no tables, no packing.
 */
await MeshoptDecoder.ready
const folder = process.argv[2] as string
const into = join(folder, 'plain')
await rm(into, { recursive: true, force: true })
await mkdir(into)
const io = new NodeIO()
  .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
  .registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
  .setLogger(new Logger(Logger.Verbosity.SILENT))

let [ms, triangles] = [0, 0]
for (const name of await readdir(folder)) {
  if (!name.endsWith('.glb')) continue
  const tile = await io.read(join(folder, name))
  const primitives = tile
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives())
    .map((primitive) => {
      const array = (semantic: string) => {
        const accessor = primitive.getAttribute(semantic)
        if (!accessor) return undefined
        const values = new Float32Array(accessor.getCount() * accessor.getElementSize())
        const element: number[] = []
        for (let i = 0; i < accessor.getCount(); i++)
          values.set(accessor.getElement(i, element), i * accessor.getElementSize())
        return values
      }
      return {
        indices: Uint32Array.from(primitive.getIndices()?.getArray() ?? []),
        attributes: {
          POSITION: array('POSITION'),
          NORMAL: array('NORMAL'),
          COLOR_0: array('COLOR_0'),
          TEXCOORD_0: array('TEXCOORD_0'),
        },
      }
    })
  const began = performance.now()
  const document = new Document()
  const buffer = document.createBuffer()
  const mesh = document.createMesh()
  for (const { indices, attributes } of primitives) {
    const primitive = document.createPrimitive().setMaterial(document.createMaterial())
    primitive.setIndices(document.createAccessor().setType('SCALAR').setArray(indices).setBuffer(buffer))
    for (const [semantic, values] of Object.entries(attributes)) {
      if (!values) continue
      const type = semantic === 'COLOR_0' ? 'VEC4' : semantic === 'TEXCOORD_0' ? 'VEC2' : 'VEC3'
      primitive.setAttribute(semantic, document.createAccessor().setType(type).setArray(values).setBuffer(buffer))
    }
    mesh.addPrimitive(primitive)
    triangles += indices.length / 3
  }
  document.createScene().addChild(document.createNode().setMesh(mesh))
  await writeFile(join(into, name), await new NodeIO().writeBinary(document))
  ms += performance.now() - began
}
await rm(into, { recursive: true, force: true })
process.stdout.write(JSON.stringify({ seconds: ms / 1000, triangles }))
