import { deviceModel } from '../../shape/model.ts'
import { carTerminal } from '../../shape/terminals.ts'
import kind from './index.ts'

/** What stands on the ground of it: the station that it speaks by. */
export default deviceModel(kind, (m) => carTerminal(m, 'sky'))
