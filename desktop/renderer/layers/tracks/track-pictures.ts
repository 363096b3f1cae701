import { picture } from '../pictures.ts'

const FONT = 'system-ui, sans-serif'
const css = ([r, g, b]: readonly [number, number, number]) => `rgb(${r} ${g} ${b})`

/** Its letter on its colour; hollow where nobody knows whether it is still there. */
export function letterMark(
  letter: string,
  color: readonly [number, number, number],
  known: boolean,
): HTMLCanvasElement {
  return picture(`track ${letter} ${color} ${known}`, 64, (g) => {
    g.beginPath()
    g.arc(32, 32, 25, 0, 2 * Math.PI)
    g.fillStyle = known ? css(color) : '#151a21'
    g.fill()
    g.lineWidth = 5
    g.strokeStyle = known ? '#0e1217' : css(color)
    if (!known) g.setLineDash([8, 6])
    g.stroke()
    g.setLineDash([])
    g.fillStyle = known ? '#0e1217' : css(color)
    g.font = `700 34px ${FONT}`
    g.textAlign = 'center'
    g.textBaseline = 'middle'
    g.fillText(letter, 32, 34)
  })
}

/** Where it began: a ring; where it ended: a square. */
export function endMark(which: 'begin' | 'end', color: readonly [number, number, number]): HTMLCanvasElement {
  return picture(`track ${which} ${color}`, 48, (g) => {
    g.beginPath()
    if (which === 'begin') g.arc(24, 24, 14, 0, 2 * Math.PI)
    else g.rect(11, 11, 26, 26)
    g.fillStyle = which === 'begin' ? '#151a21' : css(color)
    g.fill()
    g.lineWidth = 10
    g.strokeStyle = '#0e1217'
    g.stroke()
    g.lineWidth = 5
    g.strokeStyle = which === 'begin' ? css(color) : '#ffffff'
    g.stroke()
  })
}

/** Two rings that overlap. */
export function meetingMark(): HTMLCanvasElement {
  return picture('track meeting', 64, (g) => {
    g.beginPath()
    g.roundRect(3, 13, 58, 38, 19)
    g.fillStyle = 'rgb(14 18 23 / 0.85)'
    g.fill()
    for (const x of [24, 40]) {
      g.beginPath()
      g.arc(x, 32, 12, 0, 2 * Math.PI)
      g.lineWidth = 5
      g.strokeStyle = '#ffffff'
      g.stroke()
    }
  })
}

/** It cannot have been there. */
export function wildMark(): HTMLCanvasElement {
  return picture('track wild', 32, (g) => {
    for (const [width, color] of [
      [9, '#0e1217'],
      [4, '#c7d0da'],
    ] as const) {
      g.beginPath()
      g.moveTo(8, 8)
      g.lineTo(24, 24)
      g.moveTo(24, 8)
      g.lineTo(8, 24)
      g.lineWidth = width
      g.strokeStyle = color
      g.stroke()
    }
  })
}
