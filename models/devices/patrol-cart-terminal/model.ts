import { deviceModel } from '../../shape/model.ts'
import { carTerminal } from '../../shape/terminals.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => carTerminal(m, 'blue'))
