import { DoubleSide, type IUniform, type Matrix3, type ShaderMaterial, type Texture } from 'three'
import type { LightUniforms } from '../lights.ts'
import { matte } from '../matte.ts'

export type SurfaceKind = 'floor' | 'wall' | 'glass'

/** What all surfaces of a storey share: changed once for all of them. */
export interface StoreyUniforms extends Record<string, IUniform> {
  u_shown: IUniform<number>
  u_clear: IUniform<number>
  /** 1: the house is whole, as from outside. */
  u_shut: IUniform<number>
  u_shade: IUniform<Texture>
  /** From metres around the building's middle to the picture of the plan. */
  u_plan: IUniform<Matrix3>
}

const HEAD = `
uniform float u_shown, u_clear, u_shut, u_windows;
uniform mat3 u_plan;
uniform sampler2D u_shade;
varying vec2 v_plan;
varying float v_cut;
`
const VERTEX = `
  v_plan = (u_plan * vec3(position.x, -position.z, 1.0)).xy;
  v_cut = normal.y > 0.9 && color.r < 0.1 ? 1.0 : 0.0;
`
/** A storey that comes or goes is a sieve for a moment: nothing has to be sorted. */
const SIEVE = `
  if (u_shown < 0.999 && fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) >= u_shown)
    discard;
`
const FRAGMENTS: Record<SurfaceKind, string> = {
  floor: 'tone *= texture2D(u_shade, v_plan).r;',
  // Darker at its foot, where light comes hard; seen through, its top and its foot remain as lines.
  wall: `
  tone *= mix(0.74, 1.0, smoothstep(0.0, 1.6, v_high));
  alpha = mix(1.0, v_cut > 0.5 ? 0.6 : mix(0.42, 0.11, smoothstep(0.0, 0.35, v_high)), u_clear);
`,
  // In the evening, while the house is shut, people are at home.
  glass: `
  float lit = u_windows * u_shut;
  tone = mix(tone, vec3(0.9, 0.6, 0.3), 0.8 * lit);
  alpha = mix(0.2, 0.6, lit);
`,
}

export function surface(kind: SurfaceKind, light: LightUniforms, uniforms: StoreyUniforms): ShaderMaterial {
  const look = kind === 'glass' ? { transparent: true, depthWrite: false, side: DoubleSide } : {}
  return matte({ light, uniforms, head: HEAD, vertex: VERTEX, fragment: SIEVE + FRAGMENTS[kind], look })
}
