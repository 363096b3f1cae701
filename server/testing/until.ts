/** Waits for a condition, with a deadline: a test never sleeps and hopes. */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  deadlineMs = 5000,
): Promise<Exclude<T, false | undefined | null>> {
  const end = performance.now() + deadlineMs
  for (;;) {
    const value = await condition()
    if (value !== false && value !== undefined && value !== null) return value as Exclude<T, false | undefined | null>
    if (performance.now() > end) throw new Error(`waited ${deadlineMs} ms for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
}
