import { BODY } from './buildings/walls.ts'
import { type LookName, looks } from './facades/looks.ts'
import type { Glb } from './glb.ts'
import { WATER } from './ground/layers.ts'

export const GLASS = 'glass'
/** Drawn from both sides, for what is thin: leaves, fences. */
export const THIN = 'thin'

const plain = {
  [BODY]: { baseColorFactor: [1, 1, 1, 1], metallicFactor: 0, roughnessFactor: 0.95 },
  [WATER]: { baseColorFactor: [1, 1, 1, 1], metallicFactor: 0.1, roughnessFactor: 0.22 },
  [GLASS]: { baseColorFactor: [1, 1, 1, 0.38], metallicFactor: 0.1, roughnessFactor: 0.2 },
  [THIN]: { baseColorFactor: [1, 1, 1, 1], metallicFactor: 0, roughnessFactor: 0.95 },
} as const

/** What shines in it at night is in a picture of its own: a scene turns it down by day. */
export const NIGHT_GLOW = [1, 0.93, 0.82] as const

export const isTextured = (material: string): material is LookName => material in looks

/** Adds a material to a GLB. Facades are pictures beside the tiles, so each is fetched once for all of them. */
export function addMaterial(glb: Glb, name: string, textures: string): number {
  if (!isTextured(name)) {
    const pbr = plain[name as keyof typeof plain] ?? plain[BODY]
    return glb.material({
      name,
      pbrMetallicRoughness: pbr,
      ...(name === GLASS ? { alphaMode: 'BLEND' } : {}),
      ...(name === GLASS || name === THIN ? { doubleSided: true } : {}),
    })
  }
  const texture = (file: string) => glb.texture(`${textures}/${file}.png`)
  return glb.material({
    name: `facade-${name}`,
    pbrMetallicRoughness: {
      baseColorTexture: { index: texture(name) },
      metallicFactor: 0,
      roughnessFactor: name === 'curtain' ? 0.4 : 0.92,
    },
    emissiveTexture: { index: texture(`${name}-light`) },
    emissiveFactor: NIGHT_GLOW,
  })
}
