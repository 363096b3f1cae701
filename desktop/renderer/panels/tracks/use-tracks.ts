import { useEffect, useState } from 'react'
import { readTracks } from '#shared/contract/tracks.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { type Tracks, tellTracks } from '../../store/tracks.ts'

export interface MeetWish {
  within: number
  atLeast: number
}

/** Asks for those who are chosen, once whenever they or the time are others: each asking goes on record. */
export function useTracks({ chosen, range }: Tracks, { within, atLeast }: MeetWish, whole: boolean) {
  const { ask } = useCenter()
  const isLive = useCenterState((s) => s.time.phase === 'live')
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<AskCode>()
  const devices = chosen.map(({ device }) => device).join('\n')
  const { from, to } = range ?? { from: 0, to: 0 }
  useEffect(() => {
    if (!isLive || devices === '' || from >= to) return setAsking(false)
    let open = true
    setAsking(true)
    ask(readTracks, { devices: devices.split('\n'), from, to, most: 4000, within, atLeast, whole }).then(
      (found) => {
        if (!open) return
        const { tracks = [], meetings = [], moreMeetings = false, missing = [] } = found
        tellTracks({ tracks, meetings, moreMeetings, missing })
        setProblem(undefined)
        setAsking(false)
      },
      (error) => {
        if (!open) return
        setProblem(error instanceof AskError ? error.code : 'internal')
        setAsking(false)
      },
    )
    return () => {
      open = false
    }
  }, [ask, isLive, devices, from, to, within, atLeast, whole])
  return { asking, problem, isLive }
}
