import { createStore } from 'zustand/vanilla'

/** What this screen has picked out. One thing at a time, in list, scene and card alike. */
export interface Selection {
  alarm: string | undefined
  device: string | undefined
  /** A building, a storey or a room. */
  place: string | undefined
  /** Counts up when the scene is to go there, not only to mark it. */
  visit: number
  /** Counts up when the scene is to go back to where it was. */
  returns: number
  /** Not only to the building: into it. */
  enter: boolean
  /** The building that the scene shows the inside of. */
  inside: string | undefined
  /** What the camera goes along with. */
  following: string | undefined
}

const NOTHING = { alarm: undefined, device: undefined, place: undefined }

export const selection = createStore<Selection>(() => ({
  ...NOTHING,
  visit: 0,
  returns: 0,
  enter: false,
  inside: undefined,
  following: undefined,
}))

function select(chosen: Partial<Selection>, visit: boolean): void {
  selection.setState((s) => ({ ...NOTHING, enter: false, ...chosen, visit: visit ? s.visit + 1 : s.visit }))
}

export function selectAlarm(alarm: string | undefined, visit = true): void {
  select({ alarm }, visit && alarm !== undefined)
}

export function selectDevice(device: string | undefined, visit = false): void {
  select({ device }, visit && device !== undefined)
}

export function selectPlace(place: string | undefined, how: 'mark' | 'visit' | 'enter' = 'mark'): void {
  select({ place, enter: how === 'enter' }, how !== 'mark' && place !== undefined)
}

/** The camera goes along with it; undefined: it stays where it is. */
export function followDevice(following: string | undefined): void {
  selection.setState({ following })
}

/** The scene has gone into a building, or out of it. */
export function standIn(inside: string | undefined): void {
  selection.setState({ inside })
}

/** Nothing is picked out any more, and the camera goes back to where it was. */
export function giveBack(): void {
  select({}, false)
  selection.setState((s) => ({ returns: s.returns + 1 }))
}

/** Another person may sit here next. */
export function forgetSelection(): void {
  selection.setState(selection.getInitialState())
}

export function selectNothing(): void {
  select({}, false)
}
