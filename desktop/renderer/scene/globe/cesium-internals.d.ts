import '@cesium/engine'

/** Parts of the engine that it exports without types: what it takes to draw buffers of one's own, and to see what failed. */
declare module '@cesium/engine' {
  export interface Cesium3DTile {
    readonly contentFailed: boolean
    readonly contentAvailable: boolean
    readonly refine: number
  }
  export const Cesium3DTileRefine: { ADD: number; REPLACE: number }
  export interface Context {
    readonly webgl2: boolean
  }
  export interface FrameState {
    readonly context: Context
    readonly commandList: DrawCommand[]
    readonly passes: { readonly render: boolean; readonly pick: boolean }
  }
  export const BufferUsage: { STATIC_DRAW: number; DYNAMIC_DRAW: number }
  export class Buffer {
    static createVertexBuffer(options: {
      context: Context
      typedArray?: ArrayBufferView
      sizeInBytes?: number
      usage: number
    }): Buffer
    static createIndexBuffer(options: {
      context: Context
      typedArray: Uint16Array | Uint32Array
      usage: number
      indexDatatype: number
    }): Buffer
    readonly sizeInBytes: number
    copyFromArrayView(view: ArrayBufferView, offsetInBytes?: number): void
    destroy(): void
  }
  export class VertexArray {
    constructor(options: {
      context: Context
      attributes: {
        index: number
        vertexBuffer: Buffer
        componentsPerAttribute: number
        componentDatatype: number
        normalize?: boolean
        offsetInBytes?: number
        strideInBytes?: number
      }[]
      indexBuffer?: Buffer
    })
    destroy(): void
  }
  export class ShaderProgram {
    static fromCache(options: {
      context: Context
      vertexShaderSource: string
      fragmentShaderSource: string
      attributeLocations: Record<string, number>
    }): ShaderProgram
    destroy(): void
  }
  export class RenderState {
    static fromCache(state: Record<string, unknown>): RenderState
  }
  export const Pass: { OPAQUE: number; TRANSLUCENT: number; OVERLAY: number }
  export class DrawCommand {
    constructor(options: {
      boundingVolume?: BoundingSphere
      modelMatrix?: Matrix4
      primitiveType: number
      vertexArray: VertexArray
      shaderProgram: ShaderProgram
      uniformMap: Record<string, () => unknown>
      renderState: RenderState
      pass: number
      count?: number
      cull?: boolean
      owner?: unknown
    })
    count: number
  }
}
