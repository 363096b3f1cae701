/** Plain coloured surfaces. */
export function meshVertex(matrix: string): string {
  return `
in vec3 corner;
in vec4 color;
out vec4 v_color;
void main() {
  gl_Position = ${matrix} * vec4(corner, 1.0);
  v_color = color;
}
`
}

export function meshFragment(output: string): string {
  return `
in vec4 v_color;
uniform float u_alpha;
void main() {
  ${output} = vec4(v_color.rgb, v_color.a * u_alpha);
}
`
}
