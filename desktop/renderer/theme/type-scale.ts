import { useEffect, useState } from 'react'

/** How much larger than at a desk everything is drawn, as the page's own type is. */
export function screenScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
}

/** The same, as it changes with the window and with what the window is used for. */
export function useTypeScale(): number {
  const [scale, setScale] = useState(screenScale)
  useEffect(() => {
    const measure = () => setScale(screenScale())
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  return scale
}
