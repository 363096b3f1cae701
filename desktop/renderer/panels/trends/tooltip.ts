import { dateTime } from '../../i18n/format.ts'
import type { Texts } from '../../i18n/zh.ts'
import type { Curve } from './chart-option.ts'
import { indexAt } from './line.ts'
import type { Range } from './range.ts'
import { said } from './said.ts'

/** Of the picture's width, how far from the hand a point may be that is meant. */
const NEAR = 0.02

export interface Said {
  color: string
  name: string
  /** When, in the middle of its span if it is one. */
  at: number
  value: string
  /** Of a span: from the least to the greatest. */
  reach: string | undefined
}

/** What the curves say at a time. */
export function saidAt(curves: readonly Curve[], at: number, { from, to }: Range): Said[] {
  return curves.flatMap(({ line: { points, reaches, every }, name, metricName, color, known, states }): Said[] => {
    const index = indexAt(points, at, Math.max((to - from) * NEAR, every))
    const [when, value] = (index === undefined ? undefined : points[index]) ?? []
    if (when === undefined || value === undefined || value === null) return []
    const reach = reaches.find(([start, end]) => when >= start && when < end)
    return [
      {
        color,
        name: `${name} · ${metricName}`,
        at: when,
        value: said(value, { known, states }),
        reach: reach && `${said(reach[2], { known, states })} – ${said(reach[3], { known, states })}`,
      },
    ]
  })
}

/** Built of elements: what devices are called is text, whatever stands in it. */
export function tooltipOf(all: readonly Said[], at: number, t: Texts): HTMLElement | string {
  if (all.length === 0) return ''
  const table = document.createElement('table')
  table.className = 'trends-tooltip'
  const head = table.createCaption()
  // Of one curve exactly when it was measured, of several where the hand is.
  head.textContent = dateTime(all.length === 1 ? (all[0]?.at ?? at) : at)
  for (const { color, name, value, reach } of all) {
    const row = table.insertRow()
    const mark = row.insertCell()
    mark.textContent = '●'
    mark.style.color = color
    row.insertCell().textContent = name
    const cell = row.insertCell()
    cell.textContent = reach ? `${t.trends.mean} ${value}` : value
    if (reach) row.insertCell().textContent = reach
  }
  return table
}
