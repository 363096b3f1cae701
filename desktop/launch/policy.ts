/** What a page of ours may load and whom it may speak to: itself and the one server, if there is one; nothing else. */
export function contentPolicy(server: string | undefined): string {
  const origin = server === undefined ? undefined : new URL(server).origin
  const own = (...more: (string | undefined)[]) => ["'self'", ...more.filter(Boolean)].join(' ')
  return [
    "default-src 'none'",
    // WebAssembly is compiled by the scenes (mesh and texture decoders); strings are never run as code.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src ${own(origin, origin?.replace(/^http/, 'ws'))}`,
    "worker-src 'self' blob:",
    `media-src ${own('blob:', origin)}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** The headers of every page file, whichever way it comes to the window. */
export function pageHeaders(server: string | undefined): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(server),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
