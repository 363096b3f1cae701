import type { Lane } from '#shared/world/happenings.ts'

/** In which colour each kind of event stands, on the timeline and in lists: names of tokens. */
export const laneColors = {
  acts: 'text',
  course: 'curve-2',
  devices: 'curve-3',
  automatic: 'curve-4',
  events: 'text-faint',
} as const satisfies Record<Lane, string>
