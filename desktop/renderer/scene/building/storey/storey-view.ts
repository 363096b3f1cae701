import { type BufferGeometry, Group, Mesh, type ShaderMaterial } from 'three'
import type { LightUniforms } from '../lights.ts'
import type { Storey } from '../storeys.ts'
import type { Row } from './bake.ts'
import { type PartName, type Parts, partNames } from './parts.ts'
import type { ShadeMap } from './shade-map.ts'
import { type StoreyUniforms, surface } from './surface.ts'

/** How a storey is drawn just now. */
export interface StoreyLook {
  lift: number
  shown: number
  walls: number
  clear: number
  shadows: boolean
}

/** One storey of the opened building. Shapes may be shared with others that are alike. */
export class StoreyView {
  readonly group = new Group()
  readonly storey: Storey
  readonly rows: readonly Row[]
  readonly parts = new Map<PartName, Mesh<BufferGeometry, ShaderMaterial>>()
  private readonly uniforms: StoreyUniforms

  constructor(
    storey: Storey,
    rows: readonly Row[],
    shapes: Parts,
    { texture, matrix }: ShadeMap,
    light: LightUniforms,
  ) {
    this.storey = storey
    this.rows = rows
    this.uniforms = {
      u_shown: { value: 1 },
      u_clear: { value: 0 },
      u_shut: { value: 1 },
      u_shade: { value: texture },
      u_plan: { value: matrix },
    }
    // Until it is told how to stand it would stand wrongly.
    this.group.visible = false
    const wall = surface('wall', light, this.uniforms)
    const materials: Record<PartName, ShaderMaterial> = {
      base: surface('floor', light, this.uniforms),
      walls: wall,
      lintels: wall,
      // Stairs are seen as they are, behind walls of glass too.
      risers: surface('wall', light, { ...this.uniforms, u_clear: { value: 0 } }),
      glass: surface('glass', light, this.uniforms),
    }
    for (const name of partNames) {
      const shape = shapes[name]
      if (!shape) continue
      const mesh = new Mesh(shape, materials[name])
      mesh.matrixAutoUpdate = false
      this.parts.set(name, mesh)
      this.group.add(mesh)
    }
  }

  look({ lift, shown, walls, clear, shadows }: StoreyLook): void {
    const { group, uniforms, parts } = this
    group.visible = shown > 0
    group.position.y = this.storey.level + lift
    uniforms.u_shown.value = shown
    uniforms.u_clear.value = clear
    uniforms.u_shut.value = walls > 0.99 && lift === 0 ? 1 - clear : 0
    for (const [name, mesh] of parts) {
      const stands = name !== 'base'
      mesh.scale.y = stands ? walls : 1
      mesh.updateMatrix()
      mesh.castShadow = shadows && name !== 'glass' && (name === 'base' || clear < 0.5)
      mesh.receiveShadow = shadows && name !== 'glass'
      if (name === 'lintels') mesh.visible = walls > 0.99
      if (name === 'walls' || name === 'lintels') seeThrough(mesh.material, clear > 0)
    }
    group.updateMatrixWorld()
  }

  dispose(): void {
    for (const { material } of this.parts.values()) material.dispose()
  }
}

function seeThrough(material: ShaderMaterial, yes: boolean): void {
  if (material.transparent === yes) return
  material.transparent = yes
  material.depthWrite = !yes
  material.needsUpdate = true
}
