import { deviceModel } from '../../shape/model.ts'
import { bulletCamera, cameraPole } from '../../shape/pieces.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  cameraPole(m, 4.2)
  m.at([0, 3.95, 0], () => bulletCamera(m), [12, 0, 0])
  // The sign that says why it is watched.
  m.box([0.5, 0.34, 0.02], [0, 2.35, 0.075], 'deepRed', { round: 0.006 })
  m.fine(() => {
    m.box([0.42, 0.05, 0.006], [0, 2.42, 0.086], 'white')
    m.box([0.3, 0.04, 0.006], [0, 2.32, 0.086], 'white')
    m.box([0.36, 0.04, 0.006], [0, 2.25, 0.086], 'white')
  })
})
