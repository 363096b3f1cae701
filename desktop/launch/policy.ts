/** What a page of ours may load and whom it may speak to: itself and the one server, nothing else. */
export function contentPolicy(server: string): string {
  const { origin } = new URL(server)
  const socket = origin.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    // WebAssembly is compiled by the scenes (mesh and texture decoders); strings are never run as code.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src 'self' ${origin} ${socket}`,
    "worker-src 'self' blob:",
    `media-src 'self' blob: ${origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** The headers of every page file, whichever way it comes to the window. */
export function pageHeaders(server: string): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(server),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
