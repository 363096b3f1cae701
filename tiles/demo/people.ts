import type { Household, Resident } from '../cim/households.ts'
import type { Placed } from './buildings.ts'

const FAMILY =
  '李王张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚'
const GIVEN_MALE = '伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林建国志文'
const GIVEN_FEMALE = '芳娜敏静丽艳娟霞秀英玲燕红梅丹雪萍莉洁云婷颖琳慧晶倩璐雯怡佳欣悦'

/** Who lives there: invented from a seed, in the mixture of a grown community. */
export function makeHouseholds(placed: readonly Placed[], random: () => number): Household[] {
  const households: Household[] = []
  for (const { building, quarter } of placed)
    for (let floor = 1; floor <= building.floors; floor++)
      for (let home = 1; home <= quarter.type.homes; home++) {
        // A few homes stand empty.
        if (random() < 0.04) continue
        const level = `f${String(floor).padStart(2, '0')}`
        const room = `${floor}${String(home).padStart(2, '0')}`
        households.push({
          home: `${building.place}/${level}/${room}`,
          tenure: random() < 0.7 ? 'owner' : 'tenant',
          residents: family(random, building.builtYear ?? 2000),
        })
      }
  return households
}

function family(random: () => number, builtYear: number): Resident[] {
  const name = pick(FAMILY, random)
  const old = random() < (builtYear < 2000 ? 0.42 : 0.16)
  const first = old ? 1940 + Math.floor(random() * 22) : 1964 + Math.floor(random() * 38)
  const alone = random() < 0.13
  const residents = [person(name, random() < 0.5 ? 'male' : 'female', first, random)]
  if (!alone) {
    const other = residents[0]?.sex === 'male' ? 'female' : 'male'
    residents.push(person(pick(FAMILY, random), other, first + Math.floor(random() * 7) - 3, random))
    const children = old ? 0 : Math.floor(random() * 3.3)
    for (let i = 0; i < children; i++)
      residents.push(
        person(
          name,
          random() < 0.5 ? 'male' : 'female',
          Math.min(2026, first + 24 + Math.floor(random() * 12)),
          random,
        ),
      )
    if (!old && random() < 0.3)
      residents.push(person(pick(FAMILY, random), 'female', first - 24 - Math.floor(random() * 8), random))
    if (random() < 0.22) residents.push(person(name, 'male', first - 25 - Math.floor(random() * 6), random))
  }
  const lonely = residents.length === 1 && first < 1961
  return lonely ? residents.map((one) => ({ ...one, needs: [...one.needs, 'elderly-alone' as const] })) : residents
}

function person(familyName: string, sex: Resident['sex'], birthYear: number, random: () => number): Resident {
  const given = sex === 'male' ? GIVEN_MALE : GIVEN_FEMALE
  const needs: Resident['needs'] = []
  const age = 2026 - birthYear
  if (age <= 2) needs.push('infant')
  if (random() < (age > 70 ? 0.2 : 0.015)) needs.push('chronic-illness')
  if (random() < 0.012) needs.push('disabled')
  if (random() < (age > 75 ? 0.08 : 0.003)) needs.push('wheelchair')
  const name = familyName + pick(given, random) + (random() < 0.6 ? pick(given, random) : '')
  return { name, sex, birthYear: Math.max(1930, birthYear), needs }
}

/** Somebody who is not of the households. */
export function inventName(random: () => number): string {
  const given = random() < 0.6 ? GIVEN_MALE : GIVEN_FEMALE
  return pick(FAMILY, random) + pick(given, random) + (random() < 0.6 ? pick(given, random) : '')
}

function pick(letters: string, random: () => number): string {
  return letters[Math.floor(random() * letters.length)] as string
}
