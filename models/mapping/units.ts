/** How much of the unit on the right one of the left is, with what has to be added. What is the same needs no line. */
const CONVERSIONS: readonly (readonly [from: string, to: string, scale: number, offset?: number])[] = [
  ['°F', '°C', 5 / 9, -160 / 9],
  ['K', '°C', 1, -273.15],
  ['0.1 °C', '°C', 0.1],
  ['Pa', 'MPa', 1e-6],
  ['kPa', 'MPa', 1e-3],
  ['bar', 'MPa', 0.1],
  ['psi', 'MPa', 0.006894757],
  ['Pa', 'hPa', 0.01],
  ['kPa', 'hPa', 10],
  ['0–1', '%', 100],
  ['A', 'mA', 1000],
  ['mA', 'A', 1e-3],
  ['mV', 'V', 1e-3],
  ['W', 'kW', 1e-3],
  ['kW', 'W', 1000],
  ['Wh', 'kWh', 1e-3],
  ['mm', 'm', 1e-3],
  ['cm', 'm', 0.01],
  ['mm', 'cm', 0.1],
  ['m', 'cm', 100],
  ['L', 'm³', 1e-3],
  ['m³/h', 'L/min', 1000 / 60],
  ['m³/h', 'L/s', 1000 / 3600],
  ['L/min', 'm³/h', 0.06],
  ['L/h', 'm³/h', 1e-3],
  ['s', 'min', 1 / 60],
  ['ms', 's', 1e-3],
  ['s', 'h', 1 / 3600],
  ['min', 'h', 1 / 60],
  ['km/h', 'm/s', 1 / 3.6],
  ['mg/m³', 'μg/m³', 1000],
  ['rad', '°', 180 / Math.PI],
]

export interface Conversion {
  from: string
  scale: number
  offset: number
}

/** The units that something measured in `unit` may come in. */
export function conversionsTo(unit: string): Conversion[] {
  return CONVERSIONS.filter(([, to]) => to === unit).map(([from, , scale, offset = 0]) => ({ from, scale, offset }))
}
