const KEY = 'ankan.sealing-keys'
const MOST = 50

/** The keys of centers at which somebody was signed in on this machine: what they sealed is known to be theirs. */
export function knownKeys(): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return kept !== null && typeof kept === 'object' ? (kept as Record<string, string>) : {}
  } catch {
    return {}
  }
}

export function rememberKey(fingerprint: string, community: string): void {
  const kept = Object.entries({ ...knownKeys(), [fingerprint]: community }).slice(-MOST)
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)))
}
