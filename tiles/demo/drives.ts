import { at, type Spot } from './frame.ts'
import type { NetLine } from './net.ts'

type Xy = [east: number, north: number]

const spots = (points: readonly Xy[]): Spot[] => points.map(([east, north]) => at(east, north))

const drive = (id: string, name: string, width: number, ...points: Xy[]): NetLine => ({
  id,
  name,
  points: spots(points),
  width,
  lanes: 1,
  class: 'lane',
})

/** Drives of what is public: drawn by hand around each house, so that an engine comes near to each front. */
export const drives: NetLine[] = [
  drive('fuwu-1', '便民路', 5.5, [-132, -230], [-132, 40]),
  drive('fuwu-2', '集市路', 5.5, [-250, -97], [0, -97]),
  drive('fuwu-3', '卫生站支路', 4.5, [-132, -135], [-222, -135]),
  drive('fuwu-4', '集市南路', 4.5, [-132, -153], [0, -153]),
  drive('fuwu-5', '早市路', 4.5, [-250, -177], [-132, -177]),
  drive('fuwu-6', '幼儿园路', 4.5, [-232, -8], [-30, -8]),
  drive('fuwu-7', '幼儿园路', 4.5, [-232, -8], [-232, -97]),
  drive('fuwu-8', '停车场通道', 5.5, [-132, -190], [-42, -190]),
  drive('xiaoxue-1', '锦绣小学校内路', 5, [0, -50], [118, -50]),
  drive('xiaoxue-2', '锦绣小学校内路', 4.5, [92, 40], [92, 12]),
  drive('xiaoxue-3', '锦绣小学校内路', 4.5, [134, 10], [40, 10], [40, -100], [134, -100]),
  drive('qingnian-1', '青年路', 6, [0, -143], [250, -143]),
  drive('qingnian-2', '青年路', 5.5, [160, -143], [160, -230]),
  drive('qingnian-3', '青年公寓南路', 4.5, [30, -193], [160, -193]),
  drive('jinxiuhui-1', '锦绣汇环路', 6, [312, -17], [440, -17], [440, -104], [312, -104], [312, -17]),
  drive('jinxiuhui-2', '锦绣汇西路', 6, [250, -60], [312, -60]),
  drive('jinxiuhui-3', '锦绣汇东路', 6, [440, -60], [500, -60]),
  drive('jinxiuhui-4', '锦绣汇北路', 6, [375, -17], [375, 40]),
  drive('jinxiuhui-5', '锦绣汇南路', 6, [375, -104], [375, -230]),
  drive('jinxiuhui-6', '停车场通道', 6, [280, -150], [470, -150]),
  drive('jinxiuhui-7', '停车场通道', 6, [280, -178], [470, -178]),
  drive('shangwu-1', '商务南路', 6, [250, 315], [500, 315]),
  drive('shangwu-2', '商务中路', 6, [373, 315], [373, 426]),
  drive('shangwu-3', '商务北路', 6, [250, 426], [500, 426]),
  drive('shangwu-4', '商务西路', 5, [280, 315], [280, 426]),
  drive('shangwu-5', '云锦广场北路', 5, [373, 384], [481, 384]),
  drive('shangwu-6', '云锦广场东路', 5, [481, 315], [481, 426]),
  drive('yingji-1', '应急路', 6, [250, -293], [500, -293]),
  drive('yingji-2', '应急路', 6, [382, -293], [382, -384]),
  drive('yingji-3', '公寓北路', 5, [250, -384], [470, -384]),
  drive('yingji-4', '停车场通道', 6, [302, -335], [478, -335]),
  drive('yingji-5', '公寓南路', 4.5, [470, -384], [470, -424], [302, -424], [302, -384]),
  drive('yingji-6', '泵房路', 4, [250, -457], [302, -457], [302, -424]),
  drive('gongyuan-1', '公园车库出入口', 6, [-147, 199], [-126, 199], [-126, 280]),
]

export { drive, spots, type Xy }
