/** What stands before what, and keeps its name where there is room for one only. */
export const ranks = {
  room: 2,
  name: 5,
  device: 20,
  camera: 24,
  mover: 40,
  /** From `ALARM_RANK` of the overlay on, less the grade: the graver stands in front. */
  alarm: 160,
  chosen: 400,
} as const
