import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useRef } from 'react'

interface ChartProps {
  option: EChartsCoreOption
  /** What it shows, in words: for whoever cannot see it. */
  label: string
  className?: string
  /** For whoever has more to do with it than look; undefined: it is gone. */
  held?: (chart: EChartsType | undefined) => void
}

/** A chart in the clothes of tokens.css. The library comes when the first one is shown. */
export function Chart({ option, label, className = 'chart', held }: ChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const wanted = useRef(option)
  const holder = useRef(held)
  holder.current = held
  useEffect(() => {
    wanted.current = option
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  useEffect(() => {
    const element = host.current
    if (!element) return
    let open = true
    const watcher = new ResizeObserver(() => chart.current?.resize())
    // Without it there is no chart; the figures beside it are there all the same.
    import('./echarts.ts').then(
      ({ init }) => {
        if (!open) return
        chart.current = init(element)
        chart.current.setOption(wanted.current)
        watcher.observe(element)
        holder.current?.(chart.current)
      },
      () => {},
    )
    return () => {
      open = false
      watcher.disconnect()
      holder.current?.(undefined)
      chart.current?.dispose()
      chart.current = undefined
    }
  }, [])
  return <div ref={host} className={className} role="img" aria-label={label} />
}

/** A colour or size of tokens.css, which a canvas cannot read by itself. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}
