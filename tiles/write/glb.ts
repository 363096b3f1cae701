export interface Material {
  name: string
  pbrMetallicRoughness: Record<string, unknown>
  emissiveTexture?: { index: number }
  emissiveFactor?: readonly number[]
  alphaMode?: 'BLEND'
  doubleSided?: boolean
}

export type Json = Record<string, unknown>

/** Bytes of a primitive, packed for EXT_meshopt_compression or not. */
export interface PackedView {
  bytes: Uint8Array
  count: number
  stride: number
  mode: 'ATTRIBUTES' | 'TRIANGLES'
  target: 34962 | 34963
  /** Undefined: it stays as it is. */
  packed?: Uint8Array
}

/**
 * A GLB as it grows: JSON above, one binary chunk below. glTF-Transform knows neither feature ids nor property
 * tables, and building its documents takes several times as long as what is written here.
 */
export class Glb {
  readonly json: Json & { meshes: Json[]; nodes: Json[]; accessors: Json[]; bufferViews: Json[]; materials: Json[] } = {
    asset: { version: '2.0', generator: 'Ankan' },
    nodes: [],
    meshes: [],
    materials: [],
    accessors: [],
    bufferViews: [],
  }
  private readonly images: Json[] = []
  private readonly used = new Set<string>()
  private readonly required = new Set<string>()
  private readonly chunks: Uint8Array[] = []
  private length = 0
  /** What the compressed views are as long as when unpacked: the buffer that a reader without the extension would want. */
  private unpacked = 0

  use(extension: string, required = false): void {
    this.used.add(extension)
    if (required) this.required.add(extension)
  }

  /** Bytes as they are, aligned to eight as property tables ask. */
  view(bytes: Uint8Array, target?: number): number {
    const byteOffset = this.append(bytes)
    this.json.bufferViews.push({ buffer: 0, byteOffset, byteLength: bytes.byteLength, ...(target ? { target } : {}) })
    return this.json.bufferViews.length - 1
  }

  packed({ bytes, count, stride, mode, packed, target }: PackedView): number {
    const byteStride = mode === 'ATTRIBUTES' ? { byteStride: stride } : {}
    if (!packed) {
      const view = this.view(bytes, target)
      Object.assign(this.json.bufferViews[view] as Json, byteStride)
      return view
    }
    this.use('EXT_meshopt_compression', true)
    const byteOffset = this.append(packed)
    const how = { count, byteStride: stride, mode }
    this.json.bufferViews.push({
      buffer: 1,
      byteOffset: this.unpacked,
      byteLength: bytes.byteLength,
      ...byteStride,
      target,
      extensions: { EXT_meshopt_compression: { buffer: 0, byteOffset, byteLength: packed.byteLength, ...how } },
    })
    this.unpacked += Math.ceil(bytes.byteLength / 8) * 8
    return this.json.bufferViews.length - 1
  }

  accessor(
    view: number,
    byteOffset: number,
    componentType: number,
    type: string,
    count: number,
    more: Json = {},
  ): number {
    this.json.accessors.push({ bufferView: view, byteOffset, componentType, type, count, ...more })
    return this.json.accessors.length - 1
  }

  material(material: Material | Json): number {
    this.json.materials.push(material as Json)
    return this.json.materials.length - 1
  }

  /** A picture beside the file, repeated without end. */
  texture(uri: string): number {
    this.images.push({ uri })
    return this.images.length - 1
  }

  /** A mesh below a node of the scene. */
  place(primitives: Json[], node: Json = {}): void {
    const mesh = this.json.meshes.push({ primitives }) - 1
    this.json.nodes.push({ mesh, ...node })
  }

  bytes(): Uint8Array {
    const json = {
      ...this.json,
      scene: 0,
      scenes: [{ nodes: this.json.nodes.map((_, i) => i) }],
      ...(this.images.length > 0
        ? {
            samplers: [{ magFilter: 9729, minFilter: 9987, wrapS: 10497, wrapT: 10497 }],
            images: this.images,
            textures: this.images.map((_, source) => ({ sampler: 0, source })),
          }
        : {}),
      ...(this.used.size > 0 ? { extensionsUsed: [...this.used] } : {}),
      ...(this.required.size > 0 ? { extensionsRequired: [...this.required] } : {}),
      buffers: [
        { byteLength: this.length },
        ...(this.unpacked > 0
          ? [{ byteLength: this.unpacked, extensions: { EXT_meshopt_compression: { fallback: true } } }]
          : []),
      ],
    }
    if (this.json.materials.length === 0) Reflect.deleteProperty(json, 'materials')
    const text = new TextEncoder().encode(JSON.stringify(json))
    const jsonLength = Math.ceil(text.byteLength / 4) * 4
    const bin = Math.ceil(this.length / 4) * 4
    const out = new Uint8Array(12 + 8 + jsonLength + 8 + bin)
    const header = new DataView(out.buffer)
    const words = [0x46546c67, 2, out.byteLength, jsonLength, 0x4e4f534a]
    for (const [i, word] of words.entries()) header.setUint32(i * 4, word, true)
    out.set(text, 20)
    out.fill(0x20, 20 + text.byteLength, 20 + jsonLength)
    header.setUint32(20 + jsonLength, bin, true)
    header.setUint32(24 + jsonLength, 0x004e4942, true)
    let at = 28 + jsonLength
    for (const chunk of this.chunks) {
      out.set(chunk, at)
      at += Math.ceil(chunk.byteLength / 8) * 8
    }
    return out
  }

  private append(bytes: Uint8Array): number {
    const offset = this.length
    this.chunks.push(bytes)
    this.length += Math.ceil(bytes.byteLength / 8) * 8
    return offset
  }
}
