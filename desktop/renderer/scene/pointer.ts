import type { Lens } from './camera/lens.ts'
import type { Rig } from './camera/rig.ts'
import { pageNow } from './page-time.ts'

export interface PointerEnds {
  rig: Rig
  lens(): Lens
  /** Something was moved by hand. */
  moved(): void
  click(x: number, y: number): void
  doubleClick(x: number, y: number): void
  hover(at: { x: number; y: number } | undefined): void
}

/** Pixels within which a press is a click, not a drag. */
const STILL = 5
const DEGREES_PER_PIXEL = 0.28
const WHEEL_STEP = 0.0014
const DOUBLE_MS = 350

interface Finger {
  x: number
  y: number
  fromX: number
  fromY: number
  turns: boolean
  dragged: boolean
}

/**
 * Mouse, pen and fingers: drag moves the ground, the right button (or Ctrl, or two fingers) turns, the wheel (or a pinch)
 * goes nearer to what is under it. The same in both scenes. Returns how to let go.
 */
export function listenToPointer(element: HTMLElement, ends: PointerEnds): () => void {
  const fingers = new Map<number, Finger>()
  let lastClick = { at: 0, x: 0, y: 0 }
  const at = (event: MouseEvent) => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  const down = (event: PointerEvent) => {
    element.focus({ preventScroll: true })
    element.setPointerCapture(event.pointerId)
    const { x, y } = at(event)
    const turns = event.button !== 0 || event.ctrlKey || event.shiftKey
    fingers.set(event.pointerId, { x, y, fromX: x, fromY: y, turns, dragged: false })
    ends.hover(undefined)
  }
  const move = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId)
    const to = at(event)
    if (!finger) return ends.hover(event.pointerType === 'touch' ? undefined : to)
    if (!finger.dragged && Math.hypot(to.x - finger.fromX, to.y - finger.fromY) < STILL) return
    finger.dragged = true
    const from = { x: finger.x, y: finger.y }
    const others = [...fingers.values()].filter((other) => other !== finger)
    if (others[0]) pinch(from, to, others[0])
    else if (finger.turns)
      ends.rig.orbit((to.x - from.x) * DEGREES_PER_PIXEL, (from.y - to.y) * DEGREES_PER_PIXEL * 0.8)
    else ends.rig.pan(from, to, ends.lens())
    finger.x = to.x
    finger.y = to.y
    ends.moved()
  }
  const pinch = (from: { x: number; y: number }, to: { x: number; y: number }, other: Finger) => {
    other.dragged = true
    const apart = (p: { x: number; y: number }) => Math.max(1, Math.hypot(p.x - other.x, p.y - other.y))
    const angle = (p: { x: number; y: number }) => (Math.atan2(p.y - other.y, p.x - other.x) * 180) / Math.PI
    const { width, height } = ends.lens()
    ends.rig.zoom(apart(from) / apart(to), { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 }, width, height)
    const turned = angle(from) - angle(to)
    ends.rig.orbit(Math.abs(turned) > 180 ? 0 : turned, 0)
  }
  const up = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId)
    fingers.delete(event.pointerId)
    if (!finger || finger.dragged || finger.turns) return
    const now = pageNow()
    const { x, y } = finger
    // By the window, not by the element: a card that opens may move the element between two clicks.
    const { clientX, clientY } = event
    const near = Math.hypot(clientX - lastClick.x, clientY - lastClick.y) < STILL
    const twice = near && now - lastClick.at < DOUBLE_MS
    lastClick = { at: twice ? 0 : now, x: clientX, y: clientY }
    if (twice) ends.doubleClick(x, y)
    else ends.click(x, y)
  }
  const cancel = (event: PointerEvent) => fingers.delete(event.pointerId)
  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    const pixels = event.deltaMode === 1 ? event.deltaY * 32 : event.deltaMode === 2 ? event.deltaY * 400 : event.deltaY
    const { width, height } = ends.lens()
    ends.rig.zoom(Math.exp(Math.min(800, Math.max(-800, pixels)) * WHEEL_STEP), at(event), width, height)
    ends.moved()
  }
  const leave = () => ends.hover(undefined)
  const noMenu = (event: MouseEvent) => event.preventDefault()

  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: cancel, pointerleave: leave }
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener as EventListener)
  element.addEventListener('wheel', wheel, { passive: false })
  element.addEventListener('contextmenu', noMenu)
  return () => {
    for (const [name, listener] of Object.entries(listeners))
      element.removeEventListener(name, listener as EventListener)
    element.removeEventListener('wheel', wheel)
    element.removeEventListener('contextmenu', noMenu)
  }
}
