import { z } from 'zod'
import { Nothing, query } from './call.ts'

export const readSite = query('place:site', {
  input: Nothing,
  output: z.object({ site: z.looseObject({}) }),
  may: 'place.see',
  help: 'The community model: buildings and grounds.',
})
