/**
 * Points that move by themselves, for both engines: where from, when it left, where to, when it is due; colour (packed),
 * shape and size. `matrix` names what takes metres to the screen in the engine at hand.
 */
export function pointVertex(matrix: string): string {
  return `
in vec3 from;
in float left;
in vec3 to;
in float due;
in vec3 look;
uniform float u_now;
uniform float u_scale;
out vec3 v_color;
out float v_shape;
void main() {
  float share = due > left ? clamp((u_now - left) / (due - left), 0.0, 1.0) : 1.0;
  gl_Position = ${matrix} * vec4(mix(from, to, share), 1.0);
  // From afar smaller, so that a mass stays a mass; near by no larger than asked for.
  gl_PointSize = look.z * u_scale * clamp(420.0 / max(gl_Position.w, 1.0), 0.62, 1.0);
  v_color = vec3(floor(look.x / 65536.0), mod(floor(look.x / 256.0), 256.0), mod(look.x, 256.0)) / 255.0;
  v_shape = look.y;
}
`
}

export function pointFragment(output: string): string {
  return `
in vec3 v_color;
in float v_shape;
uniform float u_alpha;
void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  float disc = length(p);
  float square = max(abs(p.x), abs(p.y)) * 1.12;
  float triangle = max(abs(p.x) * 1.1 - p.y * 0.55 + 0.1, p.y) * 1.25;
  float far = v_shape < 1.5 ? disc : v_shape < 2.5 ? square : triangle;
  if (far > 1.0) discard;
  bool hollow = v_shape > 0.5 && v_shape < 1.5 && disc < 0.42;
  // A dark edge keeps it apart from what it lies on.
  vec3 color = far > 0.74 || hollow ? vec3(0.05, 0.06, 0.08) : v_color;
  ${output} = vec4(color, u_alpha);
}
`
}
