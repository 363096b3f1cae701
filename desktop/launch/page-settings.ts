/** What the page must know before it can speak to the server. */
export interface PageSettings {
  /** Absent: the window is for a recording alone. */
  server?: string
  /** For the first start of a real site. */
  setupCode?: string
  /** The name of the file that the window was opened with; its bytes are at `RECORDING`. */
  recording?: string
}

/** Where a page finds the recording that its window was opened with. */
export const RECORDING = '/recording'
