import type { EChartsType } from 'echarts/core'

export interface Legend {
  color: string
  isDashed: boolean
  text: string
}

const SCALE = 2

/** The chart with what its curves are and when that was: a picture that says all by itself. */
export function pictureOf(
  chart: EChartsType,
  title: string,
  legend: readonly Legend[],
  token: (name: string) => string,
): Promise<Blob> {
  const chartCanvas = chart.renderToCanvas({ pixelRatio: SCALE })
  const size = 13 * SCALE
  const line = size * 1.6
  const canvas = document.createElement('canvas')
  canvas.width = chartCanvas.width
  canvas.height = chartCanvas.height + line * (legend.length + 1.5)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = token('surface')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.font = `${size}px ${token('font')}`
  pen.fillStyle = token('text')
  pen.fillText(title, size, line)
  for (const [i, { color, isDashed, text }] of legend.entries()) {
    const y = line * (i + 2)
    pen.strokeStyle = color
    pen.lineWidth = 3 * SCALE
    pen.setLineDash(isDashed ? [5 * SCALE, 3 * SCALE] : [])
    pen.beginPath()
    pen.moveTo(size, y - size * 0.35)
    pen.lineTo(size * 2.5, y - size * 0.35)
    pen.stroke()
    pen.fillStyle = token('text')
    pen.fillText(text, size * 3, y)
  }
  pen.drawImage(chartCanvas, 0, line * (legend.length + 1.5))
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
  })
}
