/** Between the server's process and whoever starts it. */

/**
 * Readings live from their arrival to the commit: too long for the usual young generation, which would copy
 * them again and again. A larger one takes a quarter off the cost of ingest.
 */
export const serverNodeFlags: readonly string[] = ['--max-semi-space-size=64']

/** Sent over the process channel once it serves. */
export interface ServerReady {
  ready: true
  httpPort: number
  mqttPort: number
  /** For the first start of a real site. */
  setupCode: string | null
}
