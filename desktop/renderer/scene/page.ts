/** Whoever is made ill by things that move has told the system so. */
export function stillness(): MediaQueryList {
  return matchMedia('(prefers-reduced-motion: reduce)')
}

/** An element of the scene, before another or on top of all. */
export function layElement<K extends 'div' | 'canvas'>(
  host: HTMLElement,
  kind: K,
  name: string,
  before: Node | null = null,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(kind)
  made.className = name
  host.insertBefore(made, before)
  return made
}
