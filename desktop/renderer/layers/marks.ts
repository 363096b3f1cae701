import type { Grade } from '#shared/world/alarms.ts'
import { gradeLooks } from '../theme/grades.ts'

/** Pictures for markers, drawn once each and shared by all markers that look alike. */
const drawn = new Map<string, HTMLCanvasElement>()

function once(key: string, size: number, draw: (g: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  let canvas = drawn.get(key)
  if (!canvas) {
    canvas = document.createElement('canvas')
    canvas.width = size
    canvas.height = size
    const g = canvas.getContext('2d')
    if (g) draw(g)
    drawn.set(key, canvas)
  }
  return canvas
}

/** A quiet dot with the kind's character; hollow and struck through when the device is away. */
export function deviceMark(glyph: string, link: 'online' | 'offline' | 'unknown'): HTMLCanvasElement {
  return once(`device ${glyph} ${link}`, 48, (g) => {
    g.beginPath()
    g.arc(24, 24, 19, 0, 2 * Math.PI)
    g.fillStyle = link === 'online' ? '#2b3a48' : '#22272d'
    g.fill()
    g.lineWidth = 3
    g.strokeStyle = link === 'online' ? '#8fa6bb' : '#69737f'
    if (link !== 'online') g.setLineDash([7, 5])
    g.stroke()
    g.fillStyle = link === 'online' ? '#d5e0ea' : '#8a949f'
    g.font = '600 22px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
    g.textAlign = 'center'
    g.textBaseline = 'middle'
    g.fillText(glyph, 24, 25)
    if (link === 'offline') {
      g.setLineDash([])
      g.beginPath()
      g.moveTo(9, 39)
      g.lineTo(39, 9)
      g.stroke()
    }
  })
}

/** The grade's shape; hollow once acknowledged, with a halo while it is chosen. */
export function alarmMark(grade: Grade, hollow: boolean, chosen: boolean): HTMLCanvasElement {
  return once(`alarm ${grade} ${hollow} ${chosen}`, 96, (g) => {
    const look = gradeLooks[grade]
    if (chosen) {
      g.beginPath()
      g.arc(48, 48, 45, 0, 2 * Math.PI)
      g.fillStyle = 'rgb(255 255 255 / 0.16)'
      g.fill()
      g.lineWidth = 3
      g.strokeStyle = '#ffffff'
      g.stroke()
    }
    g.translate(18, 16)
    g.scale(2.5, 2.5)
    const path = new Path2D(look.path)
    g.lineJoin = 'round'
    g.lineWidth = 4
    g.strokeStyle = '#0e1217'
    g.stroke(path)
    g.fillStyle = hollow ? '#151a21' : look.color
    g.fill(path)
    g.lineWidth = 2.4
    g.strokeStyle = look.color
    g.stroke(path)
  })
}
