import type { Texts } from '../../i18n/zh.ts'
import { type Axis, isInOwnScale } from './axes.ts'
import type { Curve } from './chart-option.ts'
import type { Legend } from './picture.ts'
import { said } from './said.ts'

/** What stands in a picture beside the line of each curve: a picture has nobody to ask. */
export function legendOf(curves: readonly Curve[], axes: readonly Axis[], words: Texts['trends']): Legend[] {
  return curves.map((curve) => {
    const { name, metricName, color, isDashed, line } = curve
    const { min, max } = line
    const reach = min && max && words.reach(said(min.value, curve), said(max.value, curve))
    const own = isInOwnScale(curve, axes) && words.ownScale
    return { color, isDashed, text: [`${name} · ${metricName}`, reach, own].filter(Boolean).join('    ') }
  })
}
