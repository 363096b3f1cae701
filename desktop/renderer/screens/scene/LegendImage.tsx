import { useEffect, useRef } from 'react'

/** The very picture that is drawn in the scene. */
export function LegendImage({ image }: { image: HTMLCanvasElement }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(image, 0, 0, 48, 48)
  }, [image])
  return <canvas ref={canvas} width={48} height={48} />
}
