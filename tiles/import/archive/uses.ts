import type { Building } from '../../cim/buildings.ts'
import { asText, type Fields } from './fields.ts'

type Use = Building['use']

/** How the world calls what a building is for: OpenStreetMap, CityGML, plain Chinese. */
const words: Record<Use, string> = {
  residential:
    'residential apartments apartment house detached semidetached_house semi terrace dormitory bungalow cabin farm villa static_caravan housing residentialbuilding habitation 1000 1010 1020',
  commercial:
    'commercial retail shop supermarket hotel restaurant cafe fast_food bank kiosk mall cinema guest_house business',
  school: 'school university college education 1170 1180',
  kindergarten: 'kindergarten childcare nursery',
  clinic: 'clinic hospital doctors healthcare health dentist pharmacy',
  market: 'market marketplace farmers_market',
  public:
    'public civic government townhall community_centre social_facility library church temple mosque chapel cathedral monastery shrine museum theatre sports_hall sports_centre stadium train_station transportation toilets pavilion place_of_worship',
  police: 'police',
  fire: 'fire_station fire',
  office: 'office offices administration 1120',
  garage: 'garage garages parking carport',
  utility:
    'utility industrial warehouse factory service shed hut barn greenhouse transformer_tower storage_tank silo substation power works construction roof farm_auxiliary hangar stable 1610',
}

const byWord = new Map<string, Use>()
for (const [use, list] of Object.entries(words) as [Use, string][])
  for (const word of list.split(/\s+/)) byWord.set(word, use)

/** The first that is found in a Chinese word decides. */
const chinese: [RegExp, Use][] = [
  [/幼儿|托儿|托育/, 'kindergarten'],
  [/学校|小学|中学|大学|教学|教育/, 'school'],
  [/医院|诊所|卫生|医疗/, 'clinic'],
  [/派出所|公安|警/, 'police'],
  [/消防/, 'fire'],
  [/菜场|农贸|市场/, 'market'],
  [/住宅|居住|居民|公寓|宿舍|别墅|民房|住房/, 'residential'],
  [/商业|商住|商铺|商场|超市|酒店|宾馆|餐|店/, 'commercial'],
  [/办公|写字/, 'office'],
  [/车库|停车/, 'garage'],
  [/工业|厂|仓|设备|配电|泵|锅炉|垃圾|附属/, 'utility'],
  [/公共|公建|居委|社区|文化|体育|政府|服务中心|活动|寺|庙|教堂/, 'public'],
]

/** The special before the general: a kindergarten is also a `building=yes`. */
const keys = [
  ...[
    'function',
    'usage',
    'use',
    'amenity',
    'building',
    'buildinguse',
    'buildingtype',
    'class',
    'type',
    'office',
    'shop',
  ],
  ...['用途', '建筑用途', '使用功能', '功能', '性质', '类型', '类别'],
]

export function purposeOf(fields: Fields): Use | undefined {
  for (const key of keys) {
    const given = fields.one(key)
    for (const one of Array.isArray(given) ? given : [given]) {
      const text = asText(one)?.toLowerCase()
      const use =
        text && (named(text) ?? ((key === 'shop' || key === 'office') && text !== 'no' ? special(key) : undefined))
      if (use) return use
    }
  }
  return undefined
}

const special = (key: string): Use => (key === 'shop' ? 'commercial' : 'office')

function named(text: string): Use | undefined {
  const word = text.replace(/[\s-]+/g, '_')
  return byWord.get(word) ?? byAlkis(word) ?? chinese.find(([pattern]) => pattern.test(text))?.[1]
}

/** The German cadastre's codes, which most public CityGML-made files bear: 31001_1010 is a dwelling house. */
function byAlkis(word: string): Use | undefined {
  const group = /^31001_(\d)/.exec(word)?.[1]
  return group === undefined ? undefined : ({ 1: 'residential', 2: 'commercial', 3: 'public' } as const)[Number(group)]
}
