/** How much larger than at a desk everything is drawn, as the page's own type is: marks grow with the screen. */
export function screenScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
}
