import { useMemo } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import type { Metric } from '#models/kind.ts'
import { limitsOf } from '#models/limits.ts'
import type { TrendSeries } from '#shared/contract/trends.ts'
import { type Language, useSpeech } from '../../i18n/language.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import type { Traced } from '../../store/trends.ts'
import { useAppearance } from '../../theme/appearance.ts'
import { token } from '../../theme/chart/Chart.tsx'
import type { Curve } from './chart-option.ts'
import { lineOf, NOTHING } from './line.ts'
import type { States } from './said.ts'

const DASHED_FROM = 4

/** What is traced, with its names, colours, limits and what was answered; those whose device is gone are left out. */
export function useCurves(traced: readonly Traced[], series: readonly TrendSeries[]): Curve[] {
  const { world } = useCenter()
  const { language } = useSpeech()
  const appearance = useAppearance()
  const devices = useSubject('devices')
  const rules = useSubject('rules')
  // biome-ignore lint/correctness/useExhaustiveDependencies: versions stand for what is in the tables; colours are read from the page
  return useMemo(
    () =>
      traced.flatMap(({ device: id, metric, color }): Curve[] => {
        const device = world.get('devices', id)
        if (!device) return []
        const kind = deviceKinds.get(device.kind)
        const known = kind?.metrics[metric]
        const found = series.find((one) => one.device === id && one.metric === metric)
        return [
          {
            device: id,
            metric,
            name: device.name,
            metricName: known?.name[language] ?? metric,
            known,
            unit: known?.unit ?? '',
            states: statesOf(known, language),
            color: token(`curve-${color + 1}`),
            isDashed: color >= DASHED_FROM,
            line: found ? lineOf(found, 3000 * (kind?.everySeconds ?? 60)) : NOTHING,
            limits: kind ? limitsOf(kind, world.world.rules.values(), metric, device) : [],
          },
        ]
      }),
    [traced, series, world, language, appearance, devices, rules],
  )
}

function statesOf(known: Metric | undefined, language: Language): States | undefined {
  if (!known?.states) return undefined
  return Object.fromEntries(Object.entries(known.states).map(([value, name]) => [value, name[language]]))
}
