import type { EChartsType } from 'echarts/core'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { between, type Range, scaled } from './range.ts'

/** A turn of the wheel, to this much of what was there. */
const TURN = 0.8
/** Turns that follow one another so soon are one step back. */
const SAME_TURN_MS = 700
/** Pixels: below, a hand only trembled. */
const TREMBLE = 5

interface Wish {
  chart: RefObject<EChartsType | undefined>
  room: RefObject<HTMLElement | null>
  range: Range
  now: number
  zoom(range: Range, again?: boolean): void
}

/** The wheel goes closer around the hand; what is dragged across is looked at. */
export function useGestures({ chart, room, range, now, zoom }: Wish) {
  const [drag, setDrag] = useState<{ from: number; to: number }>()
  const turnedAt = useRef(Number.NEGATIVE_INFINITY)
  const timeAt = (x: number) => Number(chart.current?.convertFromPixel({ xAxisIndex: 0 }, x))
  const isInside = (x: number, y: number) => chart.current?.containPixel({ gridIndex: 0 }, [x, y]) ?? false
  const spotOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = room.current?.getBoundingClientRect()
    return [clientX - (box?.left ?? 0), clientY - (box?.top ?? 0)] as const
  }

  const turn = (event: WheelEvent) => {
    const [x, y] = spotOf(event)
    if (!isInside(x, y) || event.deltaY === 0) return
    event.preventDefault()
    const again = event.timeStamp - turnedAt.current < SAME_TURN_MS
    turnedAt.current = event.timeStamp
    zoom(scaled(range, event.deltaY < 0 ? TURN : 1 / TURN, timeAt(x), now), again)
  }
  const newest = useRef(turn)
  newest.current = turn
  // React listens passively; over the plot the page must not scroll.
  useEffect(() => {
    const element = room.current
    const listen = (event: WheelEvent) => newest.current(event)
    element?.addEventListener('wheel', listen, { passive: false })
    return () => element?.removeEventListener('wheel', listen)
  }, [room])

  return {
    drag,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const [x, y] = spotOf(event)
        if (event.button !== 0 || !isInside(x, y)) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: x, to: x })
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (drag) setDrag({ ...drag, to: spotOf(event)[0] })
      },
      onPointerUp() {
        setDrag(undefined)
        if (!drag || Math.abs(drag.to - drag.from) < TREMBLE) return
        const wanted = between(timeAt(drag.from), timeAt(drag.to), now)
        if (wanted) zoom(wanted)
      },
      onPointerCancel() {
        setDrag(undefined)
      },
    },
  }
}
