import { at } from './frame.ts'
import { center } from './interiors/center.ts'
import { clinic } from './interiors/clinic.ts'
import { coveredMarket, serviceHouse, sportsHall } from './interiors/hall.ts'
import { kindergarten } from './interiors/kindergarten.ts'
import { mall } from './interiors/mall.ts'
import { market } from './interiors/market.ts'
import { office } from './interiors/office.ts'
import { parkGarage } from './interiors/park-garage.ts'
import { school, schoolHall } from './interiors/school.ts'
import { fireStation, hut, police, shops, utility } from './interiors/small.ts'
import type { Quarter } from './quarters.ts'
import { civic, type Type } from './types.ts'

const plaster = (color: string, glazing = 0.3): Pick<Type, 'facade'> => ({
  facade: { material: 'plaster', color, glazing, balconies: false },
})
const brick = (color: string): Pick<Type, 'facade'> => ({
  facade: { material: 'brick', color, glazing: 0.3, balconies: false },
})

const SHOPS = ['包子铺', '理发店', '便利店', '水果店', '面馆', '药店', '五金店', '洗衣店', '文具店', '奶茶店']
const row = (count: number, floors: number, first = 0): Type['draw'] => {
  const names = Array.from({ length: count }, (_, i) => SHOPS[(i * 3 + first) % SHOPS.length] as string)
  return () => shops(names, floors)
}

const one = (zone: number, name: string, type: Type, east: number, north: number, turn = 0): Quarter => ({
  zone,
  name,
  type,
  spots: [at(east, north)],
  names: [name],
  turn,
})

const hip = (height: number): Pick<Type, 'roof'> => ({ roof: { kind: 'hip', height } })

const primary = ['锦绣小学教学楼', '锦绣小学综合楼'] as const
const bigMall: Type['draw'] = (floors, basements) =>
  mall({ shops: 12, width: 7, depth: 16, gallery: 5, atrium: 20 }, floors, basements)
const smallMall: Type['draw'] = (floors, basements) =>
  mall({ shops: 10, width: 7, depth: 10, gallery: 4, atrium: 14 }, floors, basements)
const switchHouse: Type['draw'] = () => utility(['变压器室', '水泵房', '值班室'])
const gatehouse: Type['draw'] = () => hut([[5, 'guard', 'office', '门卫室']], 4)
const waste: Type['draw'] = () =>
  hut(
    [
      [7, 'bins', 'store', '分类投放间'],
      [4, 'wet', 'machine', '湿垃圾处理间'],
    ],
    6,
  )
const restrooms: Type['draw'] = () =>
  hut(
    [
      [4, 'men', 'toilet', '男卫生间'],
      [3, 'all', 'toilet', '无障碍卫生间'],
      [4, 'women', 'toilet', '女卫生间'],
    ],
    5.5,
  )

/** What all share, one by one. The first thirteen came first, and so did their numbers. */
export const civics: Quarter[] = [
  one(6, primary[0], civic('school', school, 4, '#a5785c', 2004, brick('#a5785c')), 92, -15),
  one(6, primary[1], civic('school', schoolHall, 4, '#a5785c', 2004, brick('#9c755c')), 92, -80),
  one(
    6,
    '锦绣幼儿园',
    civic('kindergarten', kindergarten, 3, '#b98f63', 2008, { ...hip(3), ...plaster('#b99a72') }),
    -185,
    -30,
  ),
  one(6, '社区服务中心', civic('public', center, 4, '#a9a698', 2014), -80, -30),
  one(6, '社区卫生服务站', civic('clinic', clinic, 3, '#b4b6b3', 2014), -185, -112),
  one(6, '农贸市场', civic('market', market, 2, '#8f8674', 2001), -80, -122),
  one(6, '锦绣汇商场', civic('commercial', bigMall, 4, '#78858e', 2016, { basements: 2 }), 375, -60),
  one(6, '锦绣商务中心', civic('office', office, 18, '#71818c', 2017, { basements: 2 }), 322, 396),
  one(6, '云锦广场', civic('commercial', smallMall, 3, '#7f8a8c', 2018, { basements: 2 }), 428, 350),
  one(
    3,
    '锦绣社区警务室',
    civic('police', police, 2, '#8d97a3', 2013, { ...hip(2.4), ...plaster('#8d97a3') }),
    330,
    -272,
  ),
  one(3, '微型消防站', civic('fire', fireStation, 2, '#9c5f52', 2018, { ...hip(2.4), ...brick('#9c5f52') }), 398, -272),
  one(3, '开闭所', civic('utility', switchHouse, 1, '#85888b', 1996), 455, -272),
  one(3, '公园泵房', civic('utility', switchHouse, 1, '#85888b', 1996, hip(2)), 286, -440),
  one(1, '云锦路商铺1号', civic('commercial', row(8, 2), 2, '#a08a74', 2003, brick('#9b7a66')), -19, -425, -90),
  one(1, '云锦路商铺2号', civic('commercial', row(8, 2, 4), 2, '#a08a74', 2003, brick('#a08470')), -19, -345, -90),
  one(2, '锦绣路商铺1号', civic('commercial', row(9, 2, 2), 2, '#a3927c', 1999, plaster('#a3927c')), -438, 18.5, 180),
  one(2, '锦绣路商铺2号', civic('commercial', row(9, 2, 5), 2, '#a3927c', 1999, plaster('#ab9a86')), -316, 18.5, 180),
  one(6, '锦绣路商铺3号', civic('commercial', row(8, 1, 1), 1, '#98897a', 2005, plaster('#98897a')), -185, 18.5, 180),
  one(6, '锦绣路商铺4号', civic('commercial', row(8, 2, 7), 2, '#98897a', 2005, plaster('#a29484')), -80, 18.5, 180),
  one(4, '锦绣路商铺5号', civic('commercial', row(9, 1, 3), 1, '#a5a097', 2010, plaster('#a5a097')), -436, 59.5),
  one(4, '锦绣路商铺6号', civic('commercial', row(9, 1, 6), 1, '#a5a097', 2010, plaster('#a5a097')), -316, 59.5),
  one(5, '云锦路商铺3号', civic('commercial', row(10, 1, 8), 1, '#a8a49c', 2019), -19, 392, -90),
  one(3, '南门岗亭', civic('utility', gatehouse, 1, '#9c8f7d', 2015, hip(1.4)), 17, -470, -90),
  one(5, '北门岗亭', civic('utility', gatehouse, 1, '#9c8f7d', 2015, hip(1.4)), 17, 470, 90),
  one(2, '西门岗亭', civic('utility', gatehouse, 1, '#9c8f7d', 2015, hip(1.4)), -475, 21, 180),
  one(6, '东门岗亭', civic('utility', gatehouse, 1, '#9c8f7d', 2015, hip(1.4)), 475, 21, 180),
  one(1, '锦绣新村垃圾分类站', civic('utility', waste, 1, '#8a8f84', 2021, hip(1.6)), -283, -248.5, 180),
  one(3, '锦和里垃圾分类站', civic('utility', waste, 1, '#8a8f84', 2021, hip(1.6)), 224, -262, 180),
  one(5, '云锦苑垃圾分类站', civic('utility', waste, 1, '#8a8f84', 2021, hip(1.6)), -280, 299, 0),
  one(
    4,
    '湖畔茶室',
    civic(
      'public',
      () =>
        hut(
          [
            [10, 'tea', 'hall', '茶室'],
            [5, 'kitchen', 'machine', '茶水间'],
          ],
          9,
        ),
      1,
      '#8c7a63',
      2012,
      { ...hip(3), ...plaster('#a28d70', 0.6) },
    ),
    -92,
    222,
    20,
  ),
  one(
    4,
    '听雨亭',
    civic('public', () => hut([[7, 'pavilion', 'hall', '亭']], 7), 1, '#7f6a55', 2012, {
      ...hip(2.8),
      structure: 'timber',
      ...plaster('#8a745c', 0.8),
    }),
    92,
    88,
    10,
  ),
  one(4, '公园公厕1号', civic('public', restrooms, 1, '#9b9484', 2012, hip(2)), 222, 64, 0),
  one(4, '公园公厕2号', civic('public', restrooms, 1, '#9b9484', 2012, hip(2)), -222, 259, 180),
  one(
    4,
    '公园地下停车库',
    civic('garage', (_, basements) => parkGarage(basements), 1, '#8f949a', 2015, {
      basements: 2,
      facade: { material: 'glass', color: '#8f949a', glazing: 0.6, balconies: false },
    }),
    -170,
    199,
  ),
  one(6, '便民早市棚', civic('market', coveredMarket, 1, '#9a8f80', 2019, { ...hip(3.4), floorHeight: 5 }), -178, -192),
  one(
    1,
    '锦绣新村日间照料中心',
    civic(
      'public',
      () => serviceHouse(['护理站', '餐厅', '康复室', '理疗室'], ['休息室', '阅览室', '手工室', '社工室']),
      2,
      '#a79a86',
      2018,
      { ...hip(2.6), ...plaster('#b0a18a') },
    ),
    -345,
    -256,
  ),
  one(
    5,
    '云锦苑物业服务中心',
    civic(
      'office',
      () => serviceHouse(['客服室', '收费处', '监控中心', '工程部'], ['经理室', '财务室', '会议室', '档案室']),
      2,
      '#8c9499',
      2017,
    ),
    222,
    462,
  ),
  one(
    3,
    '老年活动中心',
    civic(
      'public',
      () => serviceHouse(['棋牌室', '书画室', '茶座', '图书室'], ['排练厅', '音乐室', '多功能室', '办公室']),
      2,
      '#a8917a',
      2009,
      { ...hip(2.6), ...brick('#a07d66') },
    ),
    168,
    -258,
  ),
  one(
    6,
    '锦绣体育馆',
    civic('public', sportsHall, 1, '#97a0a4', 2016, { floorHeight: 9, roof: { kind: 'gable', height: 3.6 } }),
    205,
    -170,
  ),
  one(1, '锦绣新村配电房', civic('utility', switchHouse, 1, '#85888b', 1995), -272, -440, 90),
  one(5, '云锦苑配电房', civic('utility', switchHouse, 1, '#85888b', 2017), -226, 462, 90),
]
