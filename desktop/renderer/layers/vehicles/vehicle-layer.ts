import type { Layer } from '../layer.ts'
import { showMovers } from '../movers.ts'

/** Vehicles on duty. */
export const vehicleLayer: Layer = {
  id: 'vehicles',
  name: { zh: '车辆', en: 'Vehicles' },
  startsOn: true,
  show: (context) => showMovers(context, { as: 'vehicle', color: [201, 190, 230], shape: 'square' }),
}
