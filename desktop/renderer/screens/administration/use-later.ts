import { useEffect, useState } from 'react'

/** The value once it has rested for a moment: nobody asks the server with every letter. */
export function useLater<T>(value: T, restMs = 300): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return rested
}
