import { FILM_TYPE } from './film-writer.ts'

/** A file that takes the film while it is made. */
export interface FilmFile {
  name: string
  target: FileSystemWritableFileStream
  size(): Promise<number>
  /** Nothing came of it: where there was no file before there is none. */
  discard(): Promise<void>
}

interface Picker {
  showSaveFilePicker?(wish: object): Promise<FileSystemFileHandle & { remove?(): Promise<void> }>
}

/** Some browsers let a page write into a file that somebody names. */
export function canWriteFiles(): boolean {
  return typeof (window as Picker).showSaveFilePicker === 'function'
}

/** Asks where to. Undefined: this browser cannot write files; it is handed over whole when it is there. */
export async function openTarget(name: string): Promise<FilmFile | undefined | 'declined'> {
  const { showSaveFilePicker: pick } = window as Picker
  if (!pick) return undefined
  try {
    const handle = await pick.call(window, {
      suggestedName: name,
      types: [{ accept: { [FILM_TYPE]: ['.webm'] } }],
    })
    const size = async () => (await handle.getFile()).size
    const wasEmpty = (await size()) === 0
    return {
      name: handle.name,
      target: await handle.createWritable(),
      size,
      async discard() {
        if (wasEmpty) await handle.remove?.().catch(() => {})
      },
    }
  } catch (error) {
    if ((error as DOMException).name === 'AbortError') return 'declined'
    throw error
  }
}
