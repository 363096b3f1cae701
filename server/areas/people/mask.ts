import type { LivingResident } from '#shared/contract/people.ts'
import type { Resident } from '#tiles/cim/households.ts'

const BAND = 10

/** As much of somebody as everybody may see who has to knock: 陈**, between 70 and 79. */
export function masked({ name, sex, birthYear, needs }: Resident, year: number): LivingResident {
  const [first = ''] = name
  const from = Math.floor(Math.max(0, year - birthYear) / BAND) * BAND
  return { name: `${first}**`, sex, ageBand: [from, from + BAND - 1], needs }
}
