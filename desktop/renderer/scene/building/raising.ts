import { DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three'
import { contains, type Point } from '#shared/place/ring.ts'
import type { Layout } from './arrangement.ts'
import type { Storey } from './storeys.ts'

/** People and things stand on a floor give or take so many metres. */
const SLACK = 0.4

/**
 * Where things are drawn that say no storey but stand on one: what is within the outline of the building and at the
 * height of a storey goes with it. The graphics card is told the same.
 */
export class Raising {
  /** A storey each: its lowest and highest, its lift, whether it is shown. */
  readonly storeys: DataTexture
  readonly outline: DataTexture
  private readonly list: readonly Storey[]
  private readonly ring: readonly Point[]
  private readonly box: readonly [west: number, south: number, east: number, north: number]

  constructor(list: readonly Storey[], ring: readonly Point[]) {
    this.list = list
    this.ring = ring
    this.storeys = texture(list.flatMap(({ level, height }) => [level - SLACK, level + height - SLACK, 0, 1]))
    this.outline = texture(ring.flatMap(([x, y]) => [x, y, 0, 0]))
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
    this.box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  }

  set({ lifts, shown }: Layout, goal: Layout): void {
    const data = this.storeys.image.data as Float32Array
    for (let i = 0; i < this.list.length; i++) {
      data[i * 4 + 2] = lifts[i] ?? 0
      data[i * 4 + 3] = Math.min(shown[i] ?? 1, goal.shown[i] ?? 1)
    }
    this.storeys.needsUpdate = true
  }

  /** Undefined: its storey is hidden. */
  at(east: number, north: number, up: number): number | undefined {
    const [x0, y0, x1, y1] = this.box
    if (east < x0 || east > x1 || north < y0 || north > y1 || !contains(this.ring, [east, north])) return 0
    const data = this.storeys.image.data as Float32Array
    for (let i = 0; i < this.list.length; i++)
      if (up >= (data[i * 4] as number) && up < (data[i * 4 + 1] as number))
        return data[i * 4 + 3] === 1 ? data[i * 4 + 2] : undefined
    return 0
  }

  dispose(): void {
    this.storeys.dispose()
    this.outline.dispose()
  }
}

function texture(values: readonly number[]): DataTexture {
  const made = new DataTexture(new Float32Array(values), values.length / 4, 1, RGBAFormat, FloatType)
  made.minFilter = made.magFilter = NearestFilter
  made.needsUpdate = true
  return made
}

/** The same for points, as a matrix that raises one; what is hidden goes far out of sight. */
export const RAISE = `
uniform sampler2D u_storeys;
uniform sampler2D u_outline;
bool isWithin(vec2 at) {
  int count = textureSize(u_outline, 0).x;
  bool inside = false;
  vec2 b = texelFetch(u_outline, ivec2(count - 1, 0), 0).xy;
  for (int i = 0; i < count; i++) {
    vec2 a = b;
    b = texelFetch(u_outline, ivec2(i, 0), 0).xy;
    if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}
mat4 raise(vec3 at) {
  float lift = 0.0;
  if (isWithin(at.xy)) {
    int count = textureSize(u_storeys, 0).x;
    for (int i = 0; i < count; i++) {
      vec4 storey = texelFetch(u_storeys, ivec2(i, 0), 0);
      if (at.z >= storey.x && at.z < storey.y) lift = storey.w == 1.0 ? storey.z : -1e9;
    }
  }
  return mat4(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, lift, 1.0);
}
`
