import { type Camera, PCFShadowMap, type Scene, WebGLRenderer } from 'three'
import type { Quality } from '../quality/quality.ts'

/** The quality from which on edges are smoothed: walls are nothing but edges. */
const SMOOTH_FROM = 2

/** The canvas, and what draws on it. */
export class Picture {
  readonly canvas = document.createElement('canvas')
  width = 1
  height = 1
  /** Pixels drawn for each pixel of the page. */
  resolution = 1
  /** What casts shadows has moved. */
  shadowsDue = true
  private smooth = true
  private renderer: WebGLRenderer | undefined
  private readonly closing = new AbortController()

  resize(width: number, height: number): void {
    this.width = Math.max(1, width)
    this.height = Math.max(1, height)
    this.renderer?.setPixelRatio(this.resolution)
    this.renderer?.setSize(this.width, this.height)
  }

  spend({ resolution, level }: Quality): void {
    this.resolution = Math.min(Math.max(1, devicePixelRatio), resolution)
    this.smooth = level >= SMOOTH_FROM
    this.resize(this.width, this.height)
  }

  draw(scene: Scene, camera: Camera): void {
    this.renderer ??= this.start()
    this.renderer.shadowMap.needsUpdate = this.shadowsDue
    this.shadowsDue = false
    this.renderer.render(scene, camera)
  }

  onLost(lost: () => void): void {
    this.canvas.addEventListener('webglcontextlost', lost, { signal: this.closing.signal })
  }

  close(): void {
    this.closing.abort()
    this.renderer?.dispose()
    // A browser has room for few of these: it is not left to the collector.
    this.renderer?.forceContextLoss()
    this.canvas.remove()
  }

  /** With the first picture: whether edges are smoothed is settled then, for good. */
  private start(): WebGLRenderer {
    const { canvas, smooth } = this
    const renderer = new WebGLRenderer({ canvas, antialias: smooth, alpha: true, powerPreference: 'high-performance' })
    renderer.setClearColor(0x000000, 0)
    renderer.shadowMap.enabled = true
    renderer.shadowMap.type = PCFShadowMap
    renderer.shadowMap.autoUpdate = false
    renderer.setPixelRatio(this.resolution)
    renderer.setSize(this.width, this.height)
    // Nearest first: what it hides costs nothing.
    renderer.setOpaqueSort((a, b) => a.renderOrder - b.renderOrder || a.z - b.z)
    return renderer
  }
}
