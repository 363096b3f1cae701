/** When it was measured, and what. Null: between two readings nothing was heard. */
export type Point = [at: number, value: number | null]

/** A line must not go on where nothing was measured: after a silence it begins anew. */
export function withGaps(points: readonly Point[], silenceMs: number): Point[] {
  const parted: Point[] = []
  let last: Point | undefined
  for (const point of points) {
    if (last && point[0] - last[0] > silenceMs) parted.push([last[0] + 1, null])
    parted.push(point)
    last = point
  }
  return parted
}

/** With what was measured since, and without what is too old by now. The same as before where nothing is new. */
export function continued(points: Point[], newest: Point | undefined, from: number): Point[] {
  const last = points.at(-1)
  const isNew = newest !== undefined && newest[0] >= from && (last === undefined || newest[0] > last[0])
  const isOld = points.length > 0 && (points[0] as Point)[0] < from
  if (!isNew && !isOld) return points
  const kept = isOld ? points.filter(([at]) => at >= from) : [...points]
  if (isNew) kept.push(newest)
  return kept
}
