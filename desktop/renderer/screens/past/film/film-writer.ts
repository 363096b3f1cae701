/** Where a film is written. */
export type FilmTarget = FileSystemWritableFileStream | undefined

/** Takes pictures and makes a film of them. */
export interface FilmWriter {
  /** The canvas as it is now, as the next picture. */
  add(): Promise<void>
  /** The film, where no file took it. */
  finish(): Promise<Blob | undefined>
  /** Nothing is kept. */
  cancel(): Promise<void>
}

export interface FilmForm {
  canvas: HTMLCanvasElement
  rate: number
  bitrate: number
  target: FilmTarget
}

export const FILM_TYPE = 'video/webm'
