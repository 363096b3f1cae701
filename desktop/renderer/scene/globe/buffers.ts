import {
  type BoundingSphere,
  Buffer,
  BufferUsage,
  type Context,
  DrawCommand,
  type FrameState,
  IndexDatatype,
  type Matrix4,
  Pass,
  RenderState,
  ShaderProgram,
  VertexArray,
} from '@cesium/engine'

export interface BufferLayout {
  /** Vertex attributes in their order, all in one buffer, one vertex after another. */
  attributes: readonly { name: string; parts: number; type: number; normalize?: boolean; offset: number }[]
  stride: number
  vertexShader: string
  fragmentShader: string
  primitiveType: number
  /** One command each: over what is behind, say, and fainter through houses. */
  passes: readonly { state: Record<string, unknown>; uniforms: Record<string, () => unknown> }[]
}

/**
 * A buffer of vertices in metres around the middle of the community, drawn by our own shader. The engine's own point
 * and line collections work through every one of them when some change; this hands memory over.
 */
export class BufferPrimitive {
  private readonly layout: BufferLayout
  private readonly matrix: Matrix4
  private readonly sphere: BoundingSphere
  private pending: { vertices: ArrayBufferView; count: number; indices?: Uint32Array } | undefined
  private made: { vertices: Buffer; array: VertexArray; program: ShaderProgram; commands: DrawCommand[] } | undefined
  private count = 0

  constructor(layout: BufferLayout, matrix: Matrix4, sphere: BoundingSphere) {
    this.layout = layout
    this.matrix = matrix
    this.sphere = sphere
  }

  /** Bytes are copied when the next picture is drawn. */
  set(vertices: ArrayBufferView, count: number, indices?: Uint32Array): void {
    this.pending = { vertices, count, ...(indices ? { indices } : {}) }
  }

  /** Called by the engine for each picture. */
  update(frame: FrameState): void {
    if (!frame.passes.render) return
    if (this.pending) this.upload(frame.context, this.pending)
    if (this.made && this.count > 0) frame.commandList.push(...this.made.commands)
  }

  private upload(context: Context, { vertices, count, indices }: NonNullable<typeof this.pending>): void {
    this.pending = undefined
    this.count = count
    if (this.made && indices === undefined && this.made.vertices.sizeInBytes === vertices.byteLength) {
      this.made.vertices.copyFromArrayView(vertices)
      for (const command of this.made.commands) command.count = count
      return
    }
    this.free()
    if (count > 0) this.made = this.make(context, vertices, indices)
  }

  private make(context: Context, typedArray: ArrayBufferView, indices: Uint32Array | undefined) {
    const { attributes, stride, passes, primitiveType, vertexShader, fragmentShader } = this.layout
    const vertices = Buffer.createVertexBuffer({ context, typedArray, usage: BufferUsage.DYNAMIC_DRAW })
    const indexBuffer =
      indices &&
      Buffer.createIndexBuffer({
        context,
        typedArray: indices,
        usage: BufferUsage.STATIC_DRAW,
        indexDatatype: IndexDatatype.UNSIGNED_INT,
      })
    const array = new VertexArray({
      context,
      attributes: attributes.map(({ parts, type, normalize = false, offset }, index) => ({
        index,
        vertexBuffer: vertices,
        componentsPerAttribute: parts,
        componentDatatype: type,
        normalize,
        offsetInBytes: offset,
        strideInBytes: stride,
      })),
      ...(indexBuffer ? { indexBuffer } : {}),
    })
    const program = ShaderProgram.fromCache({
      context,
      vertexShaderSource: vertexShader,
      fragmentShaderSource: fragmentShader,
      attributeLocations: Object.fromEntries(attributes.map(({ name }, index) => [name, index])),
    })
    const commands = passes.map(
      ({ state, uniforms }) =>
        new DrawCommand({
          boundingVolume: this.sphere,
          modelMatrix: this.matrix,
          primitiveType,
          vertexArray: array,
          shaderProgram: program,
          uniformMap: uniforms,
          renderState: RenderState.fromCache(state),
          pass: Pass.TRANSLUCENT,
          count: indices?.length ?? this.count,
          owner: this,
        }),
    )
    return { vertices, array, program, commands }
  }

  private free(): void {
    this.made?.array.destroy()
    this.made?.program.destroy()
    this.made = undefined
  }

  isDestroyed(): boolean {
    return false
  }

  destroy(): void {
    this.free()
  }
}
