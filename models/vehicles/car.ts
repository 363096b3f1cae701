import { model } from '../shape/model.ts'
import { sedan } from '../shape/sedan.ts'

export default model('vehicle', 'car', '小汽车', 'Car', (m) => {
  sedan(m, 'sky')
})
