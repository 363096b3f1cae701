/**
 * What both engines do to each fragment of the place, in GLSL ES 3.00. Functions alone: an engine brings its own
 * uniforms. Comments with two strokes: Cesium fails on the other kind where it is a line long.
 */
export const skyFunctions = /* glsl */ `
// How much of a thing goes up in the fog: two thirds at its reach.
float skyFog(float far, float reach) {
  float x = far / reach;
  return 1.0 - exp2(-1.585 * x * x);
}

// Wet ground drinks light; it is the pores that darken, so pale things darken most.
vec3 skyWet(vec3 color, float wet, float level) {
  float soaked = wet * mix(0.35, 1.0, level);
  return color * mix(vec3(1.0), vec3(0.52, 0.55, 0.6), soaked);
}

// The horizon mirrored in what is smooth, or wet and level. There is no picture of the sky to take it from.
vec3 skySheen(vec3 sky, float facing, float roughness, float wet, float level) {
  float smoothness = max(1.0 - roughness, 0.7 * wet * level);
  float grazing = pow(1.0 - clamp(facing, 0.0, 1.0), 4.0);
  return sky * smoothness * smoothness * (0.06 + 0.7 * grazing);
}

// Which windows are lit: one by one, each by a rank of its own, for at night few are bright and not all are dim. Where
// several fall upon one pixel only their share is left, or they would shimmer. A drawing has 8 windows across.
float skyLit(vec2 uv, float share) {
  vec2 at = uv * 8.0;
  vec2 cell = floor(at) + 0.5;
  vec2 size = fwidth(at);
  float rank = fract(sin(dot(cell, vec2(12.9898, 78.233))) * 43758.5453);
  float lit = smoothstep(rank - 0.03, rank + 0.03, share * 1.06 - 0.03);
  return mix(lit, share, smoothstep(0.3, 0.9, max(size.x, size.y)));
}

// By day a pane is not a hole: it shows the sky before it, more of it the flatter one looks. What can shine is a pane.
vec3 skyPanes(vec3 sky, vec3 emission, float facing) {
  float pane = smoothstep(0.02, 0.25, max(emission.r, max(emission.g, emission.b)));
  return sky * pane * mix(0.75, 0.4, clamp(facing, 0.0, 1.0));
}

// Far windows flicker as one moves: what is far is less bright.
vec3 skyWindows(vec3 emission, vec2 uv, float share, float far) {
  return 1.25 * emission * skyLit(uv, share) * mix(1.0, 0.5, smoothstep(600.0, 3600.0, far));
}

// Held back, so that the colours of what is reported stand alone; and at night eyes see little colour.
vec3 skyMuted(vec3 color, vec3 horizon) {
  const vec3 eye = vec3(0.2126, 0.7152, 0.0722);
  float day = smoothstep(0.04, 0.22, dot(horizon, eye));
  return mix(color, vec3(dot(color, eye)), mix(0.5, 0.18, day));
}

// Steps back: grey, and dark enough for what does not to be seen at once.
vec3 skyRest(vec3 color, float rest) {
  float grey = dot(color, vec3(0.2126, 0.7152, 0.0722));
  return mix(color, vec3(grey) * vec3(0.46, 0.5, 0.56), rest * 0.9);
}
`

/** Of a shader for 3D tiles, with what each uniform holds at first. */
export interface TileShader {
  uniforms: {
    u_windows: number
    u_fogColor: readonly [number, number, number]
    u_fogReach: number
    u_wet: number
    u_rest: number
  }
  fragmentShaderText: string
}

/**
 * For Cesium's CustomShader. Lighting comes after it, and is linear in what it is given: so what goes up in the fog is
 * taken from what is lit, and the fog's own light is added as if the thing shone.
 */
export function tileShader(): TileShader {
  return {
    uniforms: { u_windows: 0, u_fogColor: [0.3, 0.33, 0.37], u_fogReach: 4200, u_wet: 0, u_rest: 0 },
    fragmentShaderText: /* glsl */ `${skyFunctions}
void fragmentMain(FragmentInput fsInput, inout czm_modelMaterial material) {
  vec3 at = fsInput.attributes.positionEC;
  float far = length(at);
  float left = 1.0 - skyFog(far, u_fogReach);
  // The community is small: up is up at the eye.
  float level = clamp(dot(czm_inverseViewRotation * material.normalEC, normalize(czm_viewerPositionWC)), 0.0, 1.0);
  float facing = dot(material.normalEC, -at / far);
  vec3 sheen = skySheen(u_fogColor, facing, material.roughness, u_wet, level);
  vec3 panes = skyPanes(u_fogColor, material.emissive, facing);
  vec3 shine = skyWindows(material.emissive, fsInput.attributes.texCoord_0, u_windows, far) + panes + sheen;
  material.diffuse = skyRest(skyWet(skyMuted(material.diffuse, u_fogColor), u_wet, level), u_rest) * left;
  material.specular *= left * (1.0 - u_rest);
  material.emissive = skyRest(shine, u_rest) * left + u_fogColor * (1.0 - left);
}`,
  }
}
