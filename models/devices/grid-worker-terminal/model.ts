import { deviceModel } from '../../shape/model.ts'
import { handset } from '../../shape/terminals.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => handset(m, 'blue'))
