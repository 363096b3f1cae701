/** What the page must know before it can speak to the server. */
export interface PageSettings {
  server: string
  /** For the first start of a real site. */
  setupCode?: string
}
