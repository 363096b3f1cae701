import { type PointerEvent, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { drawInReplay } from '#shared/contract/replays.ts'
import type { Spot } from '#shared/world/replays.ts'
import type { Stage } from '../../scene/stage.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { pointers } from '../../store/pointers.ts'
import { hand } from '../past/together/hand.ts'
import { useAct } from '../past/together/use-act.ts'
import { useTogether } from '../past/together/use-together.ts'
import { useScene } from './scene-context.ts'
import { TogetherDrawing } from './together-drawing.ts'
import '../past/together/together.css'

/** Nearer to the one before, in pixels, a point adds nothing. */
const LEAST_PX = 5
const MOST_POINTS = 300

/** What people draw and where they point in a shared replay, and the hand that does so on this screen. */
export function TogetherTool() {
  const { stage } = useScene()
  const center = useCenter()
  const act = useAct()
  const account = useCenterState((s) => s.user?.account) ?? ''
  const replay = useTogether()
  const does = useStore(hand, (s) => s.does)
  const shown = useStore(pointers, (s) => s.shown)
  const drawing = useRef<TogetherDrawing>(undefined)
  const stroke = useRef<{ spots: Spot[]; x: number; y: number }>(undefined)
  const id = replay?.replay
  useEffect(() => {
    if (id === undefined) return
    const made = new TogetherDrawing(stage)
    drawing.current = made
    return () => {
      drawing.current = undefined
      made.close()
    }
  }, [stage, id])
  useEffect(() => {
    if (replay)
      drawing.current?.show(
        replay,
        [...shown.values()].filter(({ replay: of }) => of === replay.replay),
      )
  }, [replay, shown])

  useEffect(() => {
    if (id === undefined || does !== 'point') return
    const { host } = stage
    const move = (event: globalThis.PointerEvent) => {
      // While the camera is turned nobody points.
      if (event.buttons !== 0) return
      const room = host.getBoundingClientRect()
      const spot = spotAt(stage, event.clientX - room.left, event.clientY - room.top)
      if (spot) center.together.point(spot)
    }
    const gone = () => center.together.point(null)
    host.classList.add('together-pointing')
    host.addEventListener('pointermove', move)
    host.addEventListener('pointerleave', gone)
    return () => {
      host.classList.remove('together-pointing')
      host.removeEventListener('pointermove', move)
      host.removeEventListener('pointerleave', gone)
      gone()
    }
  }, [stage, center, id, does])

  if (id === undefined || does !== 'draw') return null
  const add = ({ nativeEvent: { offsetX: x, offsetY: y } }: PointerEvent) => {
    const held = stroke.current
    if (!held || held.spots.length >= MOST_POINTS) return
    if (held.spots.length > 0 && Math.hypot(x - held.x, y - held.y) < LEAST_PX) return
    const spot = spotAt(stage, x, y)
    if (!spot) return
    held.spots.push(spot)
    held.x = x
    held.y = y
    drawing.current?.preview(held.spots, account)
  }
  return (
    <div
      className="together-sheet"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        stroke.current = { spots: [], x: 0, y: 0 }
        add(event)
      }}
      onPointerMove={add}
      onPointerUp={() => {
        const points = stroke.current?.spots ?? []
        stroke.current = undefined
        if (points.length < 2) return drawing.current?.preview([], account)
        const done = center.ask(drawInReplay, { replay: id, points })
        act(done.finally(() => drawing.current?.preview([], account)))
      }}
    />
  )
}

function spotAt(stage: Stage, x: number, y: number): Spot | undefined {
  const at = stage.groundAt(x, y)
  if (!at) return undefined
  const { lon, lat, height } = stage.position(at)
  return [lon, lat, height]
}
