import type { Grade } from '#shared/world/alarm-record.ts'
import type { Condition } from '../store/device-state.ts'
import { gradeLooks } from '../theme/grades.ts'

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif'

/** Pictures for marks, drawn once each and shared by all that look alike. */
const drawn = new Map<string, HTMLCanvasElement>()

export function picture(key: string, size: number, draw: (g: CanvasRenderingContext2D) => void): HTMLCanvasElement {
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

/** What is not written in a kind's folder still stands where it stands. */
export const UNKNOWN_GLYPH = '?'

export type Outline = 'disc' | 'shield' | 'house'

const EDGES: Record<Outline, (g: CanvasRenderingContext2D) => void> = {
  disc: (g) => g.arc(32, 32, 25, 0, 2 * Math.PI),
  shield: (g) => g.roundRect(7, 9, 50, 46, 12),
  house: (g) => {
    g.moveTo(32, 5)
    g.lineTo(59, 32)
    g.lineTo(32, 59)
    g.lineTo(5, 32)
    g.closePath()
  },
}

/**
 * The kind's character in a quiet form. States differ in form too: what is away is broken through, what has not been
 * heard of is hatched, what is chosen has a bright rim.
 */
export function kindMark(glyph: string, outline: Outline, condition: Condition, chosen: boolean): HTMLCanvasElement {
  return picture(`kind ${glyph} ${outline} ${condition} ${chosen}`, 64, (g) => {
    const away = condition === 'away' || condition === 'unknown'
    g.beginPath()
    EDGES[outline](g)
    g.fillStyle = away ? '#23282e' : '#2b3a48'
    g.fill()
    if (condition === 'unknown') {
      g.save()
      g.clip()
      g.lineWidth = 3
      g.strokeStyle = '#464f59'
      for (let x = -64; x < 64; x += 11) {
        g.beginPath()
        g.moveTo(x, 64)
        g.lineTo(x + 64, 0)
        g.stroke()
      }
      g.restore()
      g.beginPath()
      EDGES[outline](g)
    }
    g.lineWidth = chosen ? 6 : 4
    g.strokeStyle = chosen ? '#ffffff' : rimOf(condition)
    if (away && !chosen) g.setLineDash([9, 6])
    g.stroke()
    g.setLineDash([])
    g.fillStyle = away ? '#97a1ab' : '#dbe5ee'
    g.font = `600 29px ${FONT}`
    g.textAlign = 'center'
    g.textBaseline = 'middle'
    g.fillText(glyph, 32, 33.5)
    if (condition === 'away') {
      g.lineWidth = 4
      g.strokeStyle = '#97a1ab'
      g.beginPath()
      g.moveTo(12, 52)
      g.lineTo(52, 12)
      g.stroke()
    }
  })
}

function rimOf(condition: Condition): string {
  if (condition === 'calm') return '#8fa6bb'
  if (condition === 'away' || condition === 'unknown') return '#69737f'
  return gradeLooks[condition].color
}

/** The grade's shape; hollow once acknowledged, with a halo while it is chosen. */
export function alarmMark(grade: Grade, hollow: boolean, chosen: boolean): HTMLCanvasElement {
  return picture(`alarm ${grade} ${hollow} ${chosen}`, 96, (g) => {
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
