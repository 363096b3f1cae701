/** What takes keys, where nothing is made for them. */
const TAKES_KEYS = 'input, select, button'

/** From the panel that has the focus to the next one in sight, or to the first. */
export function focusNext(dock: HTMLElement | null, step: 1 | -1): void {
  const shown = [...(dock?.querySelectorAll<HTMLElement>('.panel') ?? [])].filter((panel) => panel.checkVisibility())
  const inOrder = shown.toSorted((a, b) => leftOf(a) - leftOf(b) || topOf(a) - topOf(b))
  const at = inOrder.findIndex((panel) => panel.contains(document.activeElement))
  const from = at < 0 && step < 0 ? 0 : at
  for (let i = 1; i <= inOrder.length; i++) {
    const panel = inOrder[(from + step * i + inOrder.length * 2) % inOrder.length]
    const taker = panel?.querySelector<HTMLElement>('[tabindex="0"]') ?? panel?.querySelector<HTMLElement>(TAKES_KEYS)
    if (!taker) continue
    taker.focus()
    return
  }
}

function leftOf(element: HTMLElement): number {
  return element.getBoundingClientRect().left
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top
}
