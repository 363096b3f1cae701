import { Document, Logger, type Material, NodeIO, type Primitive } from '@gltf-transform/core'
import { KHRMeshQuantization } from '@gltf-transform/extensions'
import { quantize } from '@gltf-transform/functions'
import type { Detail, Part } from './maker.ts'
import { type Model, partsOf } from './model.ts'
import { type Finish, linear, type PaintName, palette } from './palette.ts'
import { type Mesh, shade } from './shade.ts'
import type { Vec3 } from './vector.ts'

const looks: Record<Exclude<Finish, 'light'>, { roughness: number; metal: number }> = {
  matte: { roughness: 0.9, metal: 0 },
  satin: { roughness: 0.55, metal: 0 },
  metal: { roughness: 0.5, metal: 0.45 },
  glass: { roughness: 0.15, metal: 0.1 },
}

/** One variant of a model as GLB. Bodies of one material are one primitive, coloured by vertex: few draw calls for many. */
export async function toGlb(model: Model, detail: Detail): Promise<Uint8Array> {
  const document = new Document().setLogger(new Logger(Logger.Verbosity.WARN))
  document.createBuffer()
  const mesh = document.createMesh(model.id)
  for (const [name, parts] of byMaterial(partsOf(model, detail), detail)) {
    const primitive = primitiveOf(document, parts, name.startsWith('light'))
    mesh.addPrimitive(primitive.setMaterial(materialOf(document, name, parts[0]?.paint as PaintName)))
  }
  document.createScene(model.id).addChild(document.createNode(model.id).setMesh(mesh))
  // Half the bytes for what is looked at; the lean one stays in plain metres, to be instanced as it is.
  if (detail === 'full')
    await document.transform(quantize({ quantizeColor: 8, quantizeNormal: 8, quantizePosition: 14 }))
  return new NodeIO().registerExtensions([KHRMeshQuantization]).writeBinary(document)
}

/** A light is a material of its own, so that a renderer can switch it by its name, `light-...`. */
function byMaterial(parts: Part[], detail: Detail): Map<string, Part[]> {
  const groups = new Map<string, Part[]>()
  for (const part of parts) {
    const paint: { finish: Finish; far?: true } = palette[part.paint]
    const shines = paint.finish === 'light' && (detail === 'full' || paint.far)
    const plain = detail === 'lean' || paint.finish === 'light' ? 'matte' : paint.finish
    const name = shines ? `light-${part.paint}` : plain
    groups.set(name, [...(groups.get(name) ?? []), part])
  }
  return groups
}

function materialOf(document: Document, name: string, paint: PaintName): Material {
  const material = document.createMaterial(name)
  if (name.startsWith('light')) {
    const color = linear(palette[paint].color)
    return material
      .setBaseColorFactor([...color, 1])
      .setEmissiveFactor(color)
      .setRoughnessFactor(0.6)
      .setMetallicFactor(0)
  }
  const { roughness, metal } = looks[name as keyof typeof looks]
  return material.setRoughnessFactor(roughness).setMetallicFactor(metal)
}

function primitiveOf(document: Document, parts: Part[], light: boolean): Primitive {
  const buffer = document.getRoot().listBuffers()[0] ?? null
  const meshes = parts.map(({ solid, paint }): [Mesh, PaintName] => [shade(solid), paint])
  const positions: number[] = []
  const normals: number[] = []
  const colors: number[] = []
  const triangles: number[] = []
  for (const [mesh, paint] of meshes) {
    const first = positions.length / 3
    positions.push(...mesh.positions.flat())
    normals.push(...mesh.normals.flat())
    triangles.push(...mesh.triangles.map((at) => at + first))
    const color = [...linear(palette[paint].color), 1].map((v) => Math.round(v * 65535))
    for (const _ of mesh.positions as Vec3[]) colors.push(...color)
  }
  const attribute = (type: 'VEC3' | 'VEC4', array: Float32Array | Uint16Array) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', attribute('VEC3', new Float32Array(positions)))
    .setAttribute('NORMAL', attribute('VEC3', new Float32Array(normals)))
    .setIndices(document.createAccessor().setType('SCALAR').setArray(new Uint16Array(triangles)).setBuffer(buffer))
  if (!light) primitive.setAttribute('COLOR_0', attribute('VEC4', new Uint16Array(colors)).setNormalized(true))
  return primitive
}
