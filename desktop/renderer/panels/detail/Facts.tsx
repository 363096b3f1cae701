import { Fragment } from 'react'

/** What is known of something, line by line; what nobody knows takes no line. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: React.ReactNode])[] }) {
  const known = of.filter(([, value]) => value !== undefined && value !== '')
  if (known.length === 0) return null
  return (
    <dl>
      {known.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

export function squareMetres(area: number): string {
  return `${area < 100 ? area.toFixed(1) : Math.round(area).toLocaleString('en-US')} m²`
}
