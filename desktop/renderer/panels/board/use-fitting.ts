import { type RefObject, useEffect, useRef, useState } from 'react'

/** How many of the rows of a list stand in its first column: on a wall those that do not fit are left out. */
export function useFitting(rows: number): { list: RefObject<HTMLOListElement | null>; fitting: number } {
  const list = useRef<HTMLOListElement>(null)
  const [fitting, setFitting] = useState(rows)
  useEffect(() => {
    const element = list.current
    if (!element) return setFitting(rows)
    const count = () => {
      const left = (element.firstElementChild as HTMLElement | null)?.offsetLeft
      setFitting([...element.children].filter((row) => (row as HTMLElement).offsetLeft === left).length)
    }
    const watcher = new ResizeObserver(count)
    watcher.observe(element)
    count()
    return () => watcher.disconnect()
  }, [rows])
  return { list, fitting }
}
