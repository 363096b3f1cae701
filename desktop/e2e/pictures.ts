/** `npm run pictures [-- desk walls administration devices readings alarms past tracks trouble]`: the screens as they are, in both languages and when things go wrong. */
const parts: Record<string, () => Promise<unknown>> = {
  desk: () => import('./pictures/desk.ts'),
  walls: () => import('./pictures/walls.ts'),
  administration: () => import('./pictures/administration.ts'),
  devices: () => import('./pictures/devices.ts'),
  readings: () => import('./pictures/readings.ts'),
  alarms: () => import('./pictures/alarms.ts'),
  past: () => import('./pictures/past.ts'),
  tracks: () => import('./pictures/tracks.ts'),
  trouble: () => import('./pictures/trouble.ts'),
}
const wanted = process.argv.slice(2)
for (const [name, take] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await take()

export {}
