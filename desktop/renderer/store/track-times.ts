import type { Center } from './center.ts'
import { showSpot, tracks } from './tracks.ts'

/** The moment of a track: the past, for whoever may see it. False: they may not, or it is yet to come. */
export function goToMoment(center: Center, at: number): boolean {
  if (!center.may('history.see') || at >= center.liveNow()) return false
  center.goTo(at)
  return true
}

/** The scene flies to where some met, at the time when they did. */
export function goToMeeting(center: Center, index: number): void {
  const meeting = tracks.getState().answer?.meetings[index]
  if (!meeting) return
  const { lon, lat, height, at } = meeting.nearest
  showSpot({ lon, lat, height })
  goToMoment(center, at)
}
