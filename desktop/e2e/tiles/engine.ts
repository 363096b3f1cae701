/** Degrees, and metres above the community's ground. */
export interface Spot {
  lon: number
  lat: number
  height: number
}

/** Of what one looks at: from so many metres, in degrees. */
export interface View {
  range: number
  heading: number
  pitch: number
}

/** What a picked thing says of itself, column by column of its property table. */
export type Properties = Record<string, unknown>

/** What the page of either engine lets a test do: both must answer alike. */
export interface Engine {
  /** Takes a tileset, which lies around a spot, in place of the one before. */
  open(url: string, center: Spot): Promise<void>
  /** Turns to a view; resolves when all that it needs is there. */
  load(at: Spot, view: View): Promise<void>
  draw(): Promise<void>
  /** What one meets first, going straight down from each spot. Null: nothing that can be picked. */
  below(from: readonly Spot[]): Promise<(Properties | null)[]>
  /** Shows one storey of a building's inside alone. */
  showFloor(floor: number): Promise<void>
  /** Tiles that could not be fetched or read, or for which there was no room. */
  readonly failures: string[]
}

/** What shows where nothing is drawn: no thing has this colour. */
export const NOTHING = [255, 0, 255] as const

declare global {
  interface Window {
    engine: Engine
  }
}
