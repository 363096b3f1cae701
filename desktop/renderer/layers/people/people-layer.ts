import type { Layer } from '../layer.ts'
import { showMovers } from '../movers.ts'

/** People on duty, where their terminals say they are. */
export const peopleLayer: Layer = {
  id: 'people',
  name: { zh: '值守人员', en: 'People on duty' },
  startsOn: true,
  show: (context) => showMovers(context, { as: 'person', color: [150, 205, 175], shape: 'disc' }),
}
