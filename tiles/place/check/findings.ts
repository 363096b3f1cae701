import { Groups } from '../../import/groups.ts'
import type { Words } from '../../import/words.ts'

const say = (zh: string, en: string): Words => ({ zh, en })

/** What is wrong with a site folder. */
export const mistakes = {
  'building.unknown': say('所属建筑不存在', 'names a building that is not there'),
  'closure.edge': say('封闭的道路不存在', 'closes a road that is not there'),
  'code.impossible': say('无法计算北斗网格码', 'has no Beidou grid code'),
  'door.room': say('门所连的房间不存在', 'a door to a room that is not there'),
  'entry.json': say('不是完整的 JSON', 'broken JSON'),
  'entry.schema': say('不符合数据模型', 'does not fit the model'),
  'file.missing': say('缺少文件', 'the file is missing'),
  'floor.unknown': say('楼层不存在', 'names a floor that is not there'),
  'grid.unknown': say('所属网格不存在', 'names a grid unit that is not there'),
  'home.unknown': say('住户的房间不存在', 'a household whose home is not there'),
  'id.duplicate': say('编号重复', 'the id was there before'),
  'interior.orphan': say('室内图没有对应的建筑', 'an interior without a building'),
  'place.outside': say('不在本社区之内', 'is no place of this community'),
  'kind.unknown': say('没有这种设备或设施', 'is of a kind that there is not'),
  'plan.unknown': say('楼层引用的平面图不存在', 'a floor with a plan that is not there'),
  'position.away': say('位置远离自己的轮廓', 'a position far away from its own footprint'),
  'riser.room': say('楼梯或电梯在所经楼层没有房间', 'a riser without its room on a floor that it serves'),
  'road.node': say('道路端点不存在', 'a road from or to a node that is not there'),
  'room.unknown': say('房间不存在', 'names a room that is not there'),
  'rooms.overlap': say('房间明显重叠', 'rooms that lie upon one another'),
  'tiles.broken': say('瓦片不完整', 'the tiles are not whole'),
  'tileset.broken': say('瓦片集文件缺失或损坏', 'the tileset is missing or broken'),
} as const satisfies Record<string, Words>

/** What may be meant so, and may be not. */
export const remarks = {
  'buildings.none': say('没有建筑', 'there are no buildings'),
  'buildings.same': say('两栋建筑的轮廓完全相同', 'two buildings with the very same footprint'),
  'grid.nobody': say('网格没有负责人', 'a grid unit that nobody is in charge of'),
  'height.floating': say('悬在空中或深埋地下', 'hangs in the air, or lies deep in the ground'),
  'import.abandoned': say('有中断导入留下的文件夹', 'an import was killed and left a folder behind'),
  'interior.unreachable': say('楼梯或电梯经过未绘制的楼层', 'a riser serves floors that nobody has drawn'),
  'place.far': say('在社区范围之外', 'lies outside of the radius of the community'),
  'room.cut-off': say('从室外走不到', 'cannot be walked to from outside'),
  'roads.apart': say('路网不连通', 'the roads are not all connected'),
  'tiles.none': say('尚未生成瓦片，请运行 place build', 'no tiles yet: run place build'),
  'tiles.old': say(
    '瓦片早于场地数据，请运行 place build',
    'the site has changed since its tiles were made: run place build',
  ),
} as const satisfies Record<string, Words>

export type Mistake = keyof typeof mistakes
export type Remark = keyof typeof remarks

export class Findings {
  readonly wrong = new Groups(mistakes)
  readonly remarks = new Groups(remarks)

  mistake(object: string, reason: Mistake, detail?: string): void {
    this.wrong.add(reason, object, detail)
  }

  remark(object: string, reason: Remark, detail?: string): void {
    this.remarks.add(reason, object, detail)
  }
}
