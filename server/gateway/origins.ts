/**
 * Which pages may speak to this server from a browser: our own desktop, pages from this machine, and what the
 * operator of the server names. Requests without an origin come from programs, which carry a token like all.
 */
export function originCheck(named: readonly string[]): (origin: string | undefined) => boolean {
  const allowed = new Set([...named, 'app://ankan'])
  return (origin) => {
    if (origin === undefined || allowed.has(origin)) return true
    try {
      const { hostname, protocol } = new URL(origin)
      return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]')
    } catch {
      return false
    }
  }
}
