import {
  type BufferGeometry,
  DoubleSide,
  GLSL3,
  GreaterDepth,
  LessEqualDepth,
  Matrix4,
  RawShaderMaterial,
  type Vector2,
  Vector3,
} from 'three'

/** What all that is laid over the place is drawn with, changed once for all of it. */
export interface PenUniforms {
  u_scale: { value: number }
  u_screen: { value: Vector2 }
}

export const MATRIX = 'projectionMatrix * modelViewMatrix'
export const OUTPUT = 'out_color'

const HEAD = 'precision highp float;\nprecision highp int;\n'
const MATRICES = 'uniform mat4 projectionMatrix;\nuniform mat4 modelViewMatrix;\n'

/** Contents are in metres east, north, up. */
export const FROM_ENU = new Matrix4().makeBasis(new Vector3(1, 0, 0), new Vector3(0, 0, -1), new Vector3(0, 1, 0))

/** Seen where nothing hides it, seen everywhere, or seen where something hides it. */
export type Sight = 'front' | 'over' | 'behind'

export function pen(
  vertex: string,
  fragment: string,
  uniforms: Record<string, { value: unknown }>,
  sight: Sight,
): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: HEAD + MATRICES + vertex,
    fragmentShader: `${HEAD}out vec4 ${OUTPUT};\n${fragment}`,
    uniforms,
    transparent: true,
    depthWrite: false,
    depthTest: sight !== 'over',
    depthFunc: sight === 'behind' ? GreaterDepth : LessEqualDepth,
    side: DoubleSide,
  })
}

/** Shapes of a layer move about: nobody keeps bounds of them. */
export function unbounded<
  T extends { geometry: BufferGeometry; matrix: Matrix4; matrixAutoUpdate: boolean; frustumCulled: boolean },
>(object: T): T {
  object.matrix.copy(FROM_ENU)
  object.matrixAutoUpdate = false
  object.frustumCulled = false
  return object
}
