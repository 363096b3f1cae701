import { type RefObject, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { HistoryPlayer } from '../../players/history.ts'
import { allOf, around, isIn, isYoung, type Stretch, zoomed } from './timeline-span.ts'

const HOUR = 3_600_000

interface Deps {
  player: HistoryPlayer
  canvas: RefObject<HTMLCanvasElement | null>
  /** The end of what is on record. */
  end(): number
  /** Somebody has the timeline in hand: it stays where it is. */
  isHeld(): boolean
}

interface Shown {
  stretch: Stretch
  /** What somebody chose to see stays, however late the first answer comes. */
  show(chosen: Stretch): void
  /** Told where the record begins, it shows all of one that is young; once. */
  fit(begin: number): void
}

/** The stretch that the timeline shows: of its own accord it goes along with the playhead, and nowhere else. */
export function useStretch({ player, canvas, end, isHeld }: Deps): Shown {
  const at = useStore(player.state, (s) => s.at)
  const jumps = useStore(player.state, (s) => s.jumps)
  const [stretch, setStretch] = useState(() => wholeOf(player) ?? around(player.at, HOUR, end()))
  const [isFitted, setFitted] = useState(false)
  const show = (chosen: Stretch) => {
    setFitted(true)
    setStretch(chosen)
  }
  const fit = (begin: number) => {
    if (isFitted) return
    setFitted(true)
    if (player.source.goesOn && isYoung(begin, stretch)) setStretch(allOf(begin, end()))
  }

  // What runs out of the picture takes it along, and so does who goes elsewhere; whoever looks elsewhere is left alone.
  const [last, setLast] = useState({ at, jumps })
  if (last.at !== at || last.jumps !== jumps) {
    setLast({ at, jumps })
    const follows = isIn(stretch, last.at) || last.jumps !== jumps
    if (!isHeld() && follows && !isIn(stretch, at)) setStretch(around(at, stretch.to - stretch.from, end()))
  }

  useEffect(() => {
    const { current } = canvas
    if (!current) return
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const share = event.offsetX / current.clientWidth
      setFitted(true)
      setStretch((is) => zoomed(is, is.from + share * (is.to - is.from), event.deltaY > 0 ? 1.25 : 0.8, end()))
    }
    // React's own is passive, and the page would scroll.
    current.addEventListener('wheel', wheel, { passive: false })
    return () => current.removeEventListener('wheel', wheel)
  }, [canvas, end])

  return { stretch, show, fit }
}

/** All of a recording, with a little room on either side. */
function wholeOf({ source }: HistoryPlayer): Stretch | undefined {
  if (source.goesOn) return undefined
  const room = (source.end() - source.begin) * 0.02
  return { from: source.begin - room, to: source.end() + room }
}
