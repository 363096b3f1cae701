/** A step is a name or a number: `data.list[0]["odd name"]`. Null: it cannot be read. */
export function stepsOf(path: string): (string | number)[] | null {
  const steps: (string | number)[] = []
  const STEP = /\.?([^.[\]"]+)|\[(\d{1,6})\]|\["([^"]*)"\]/y
  const trimmed = path.trim().replace(/^\$\.?/, '')
  while (STEP.lastIndex < trimmed.length) {
    const found = STEP.exec(trimmed)
    if (!found) return null
    steps.push(found[2] === undefined ? (found[1] ?? found[3] ?? '') : Number(found[2]))
  }
  return steps
}

/** What stands there; undefined: nothing does. */
export function valueAt(message: unknown, steps: readonly (string | number)[]): unknown {
  let value = message
  for (const step of steps) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}
