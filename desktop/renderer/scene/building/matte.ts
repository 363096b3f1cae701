import { type IUniform, ShaderMaterial, type ShaderMaterialParameters, UniformsLib, UniformsUtils } from 'three'
import type { LightUniforms } from './lights.ts'

const VERTEX_HEAD = `
uniform vec3 u_sun, u_sunWay, u_sky, u_earth, u_lamp, u_lampWay;
uniform float u_fogDensity;
varying vec3 v_soft, v_sun;
varying float v_haze, v_high;
#include <common>
#include <shadowmap_pars_vertex>
`
/** All faces are flat and all light comes from afar: it is reckoned for corners, and the picture is for free. */
const VERTEX = `
  vec4 worldPosition = modelMatrix * vec4(position, 1.0);
  vec4 mvPosition = viewMatrix * worldPosition;
  gl_Position = projectionMatrix * mvPosition;
  vec3 transformedNormal = normalMatrix * normal;
  #include <shadowmap_vertex>
  vec3 around = mix(u_earth, u_sky, normal.y * 0.5 + 0.5) + u_lamp * max(0.0, dot(normal, u_lampWay));
  v_soft = color * around;
  v_sun = color * u_sun * max(0.0, dot(normal, u_sunWay));
  float far = length(mvPosition.xyz) * u_fogDensity;
  v_haze = exp(-far * far);
  v_high = position.y;
`
const FRAGMENT_HEAD = `
uniform vec3 u_fog;
varying vec3 v_soft, v_sun;
varying float v_haze, v_high;
#include <common>
#include <bsdfs>
#include <lights_pars_begin>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
`
const FRAGMENT_END = `
  tone = mix(u_fog, tone, v_haze);
  // To the screen's scale by roots: as good as by powers to half a step, and a third of the cost where there is no card.
  vec3 root = sqrt(tone);
  vec3 fourth = sqrt(root);
  vec3 shown = 0.662002687 * root + 0.68412206 * fourth - 0.323583601 * sqrt(fourth) - 0.022541147 * tone;
  gl_FragColor = vec4(max(shown, 0.0), alpha);
  #include <premultiplied_alpha_fragment>
`

export interface MatteWish {
  light: LightUniforms
  uniforms: Record<string, IUniform>
  /** Declared for both shaders. */
  head?: string
  vertex?: string
  /** May change `tone` and `alpha`, or discard. */
  fragment: string
  look?: ShaderMaterialParameters
}

/** A matte surface in the colours of its corners, lit by sun, sky and lamp. */
export function matte({ light, uniforms, head = '', vertex = '', fragment, look = {} }: MatteWish): ShaderMaterial {
  const material = new ShaderMaterial({
    vertexShader: `${head}${VERTEX_HEAD}void main() {${VERTEX}${vertex}}`,
    fragmentShader: `${head}${FRAGMENT_HEAD}void main() {
  vec3 tone = v_soft + v_sun * getShadowMask();
  float alpha = 1.0;
${fragment}${FRAGMENT_END}}`,
    vertexColors: true,
    lights: true,
    ...look,
  })
  // Shadows bring uniforms of their own; the others are shared with whoever changes them.
  material.uniforms = { ...UniformsUtils.clone(UniformsLib.lights), ...light, ...uniforms }
  return material
}
