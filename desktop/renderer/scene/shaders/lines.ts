/** A line as a ribbon that is as wide on the screen as asked for. `from` and `to` are its ends, `corner` which end and side. */
export function lineVertex(matrix: string): string {
  return `
in vec3 from;
in vec3 to;
in vec2 corner;
in vec4 color;
in float width;
in float along;
uniform vec2 u_screen;
uniform float u_scale;
out vec4 v_color;
out float v_along;
void main() {
  vec4 a = ${matrix} * vec4(from, 1.0);
  vec4 b = ${matrix} * vec4(to, 1.0);
  // An end behind the eye is brought before it, or the ribbon would turn over.
  const float NEAR = 0.05;
  if (a.w < NEAR && b.w > NEAR) a = mix(a, b, (NEAR - a.w) / (b.w - a.w));
  if (b.w < NEAR && a.w > NEAR) b = mix(b, a, (NEAR - b.w) / (a.w - b.w));
  vec2 way = (b.xy / b.w - a.xy / a.w) * u_screen;
  float reach = length(way);
  vec2 side = reach < 1e-4 ? vec2(0.0, 1.0) : vec2(-way.y, way.x) / reach;
  gl_Position = corner.x < 0.5 ? a : b;
  gl_Position.xy += side * corner.y * width * u_scale / u_screen * gl_Position.w;
  v_color = color;
  v_along = along;
}
`
}

/** `along`: metres from the beginning, for dashes; below 0 it is drawn through. */
export function lineFragment(output: string): string {
  return `
in vec4 v_color;
in float v_along;
uniform float u_alpha;
void main() {
  if (v_along >= 0.0 && fract(v_along / 6.0) > 0.6) discard;
  ${output} = vec4(v_color.rgb, v_color.a * u_alpha);
}
`
}
