import { model } from '../shape/model.ts'
import { sedan } from '../shape/sedan.ts'

export default model('vehicle', 'police-car', '警车', 'Police car', (m) => {
  sedan(m, 'white')
  m.both(() => m.box([0.012, 0.16, 3.9], [0.905, 0.68, 0], 'navy'))
  m.fine(() => m.both(() => m.box([0.012, 0.03, 3.9], [0.906, 0.8, 0], 'blue')))
  m.box([1.1, 0.05, 0.26], [0, 1.5, -0.2], 'charcoal', { round: 0.012 })
  m.box([0.44, 0.09, 0.22], [0.3, 1.56, -0.2], 'beaconRed', { round: 0.03 })
  m.box([0.44, 0.09, 0.22], [-0.3, 1.56, -0.2], 'beaconBlue', { round: 0.03 })
})
