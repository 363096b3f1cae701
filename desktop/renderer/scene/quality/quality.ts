/** What a scene spends. Each step down gives up what is missed least. */
export interface Quality {
  level: number
  /** Pixels drawn for each pixel of the screen. */
  resolution: number
  shadows: 'none' | 'hard' | 'soft'
  /** Metres up to which shadows fall. */
  shadowReach: number
  /** The error, in pixels, at which a finer tile is fetched. */
  tileError: number
  /** Names at once. */
  names: number
  /** Edges are smoothed. */
  smooth: boolean
  /** Darker corners and creases. */
  occlusion: boolean
  /** Falling rain is drawn, not only its light. */
  rain: boolean
  /** Pictures a second while only small things move. */
  calmRate: number
}

/** From the least to the most. */
export const qualities: readonly Quality[] = [
  {
    level: 0,
    resolution: 0.6,
    shadows: 'none',
    shadowReach: 0,
    tileError: 48,
    names: 24,
    smooth: false,
    occlusion: false,
    rain: false,
    calmRate: 4,
  },
  {
    level: 1,
    resolution: 1,
    shadows: 'none',
    shadowReach: 0,
    tileError: 24,
    names: 40,
    smooth: false,
    occlusion: false,
    rain: false,
    calmRate: 8,
  },
  {
    level: 2,
    resolution: 1,
    shadows: 'hard',
    shadowReach: 900,
    tileError: 16,
    names: 60,
    smooth: false,
    occlusion: false,
    rain: true,
    calmRate: 15,
  },
  {
    level: 3,
    resolution: 1,
    shadows: 'soft',
    shadowReach: 1600,
    tileError: 12,
    names: 90,
    smooth: true,
    occlusion: false,
    rain: true,
    calmRate: 20,
  },
  {
    level: 4,
    resolution: 2,
    shadows: 'soft',
    shadowReach: 2400,
    tileError: 8,
    names: 120,
    smooth: true,
    occlusion: true,
    rain: true,
    calmRate: 30,
  },
]

/** Where a machine begins that nobody has measured yet. */
const FIRST_LEVEL = 2
/** Names of renderers that have no graphics card to draw with. */
const IN_SOFTWARE = /swiftshader|llvmpipe|software|basic render/i

/** `renderer`: what draws, as the browser calls it. Without a graphics card one begins at the bottom, and may climb. */
export function firstLevel(renderer: string): number {
  return IN_SOFTWARE.test(renderer) ? 0 : FIRST_LEVEL
}

/** Empty: the browser does not tell, or there is none. */
export function rendererName(): string {
  const gl = document.createElement('canvas').getContext('webgl2')
  const told = gl?.getExtension('WEBGL_debug_renderer_info')
  const name = gl && told ? String(gl.getParameter(told.UNMASKED_RENDERER_WEBGL)) : ''
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return name
}
