import type { Words } from './words.ts'

const say = (zh: string, en: string): Words => ({ zh, en })

/** Why an object is not taken. */
export const leftOutReasons = {
  'area.absurd': say('轮廓面积不合理', 'the footprint is absurdly large'),
  'area.small': say('轮廓面积不足 1 平方米', 'the footprint is smaller than a square metre'),
  'content.absolute': say('引用了绝对路径', 'refers to an absolute path'),
  'content.broken': say('瓦片文件已损坏', 'the file of the tileset is broken'),
  'content.missing': say('瓦片文件缺失', 'the file of the tileset is missing'),
  'content.outside': say('引用了瓦片集以外的文件', 'refers to something outside of the tileset'),
  'coordinates.absurd': say('坐标不合理', 'absurd coordinates'),
  'file.cut': say('文件不完整，在中途结束', 'the file ends in the middle'),
  'file.trailing': say('文件末尾有多余内容', 'something follows after the end of the document'),
  'geometry.malformed': say('几何结构有误', 'the geometry is not built as it has to be'),
  'geometry.missing': say('没有几何', 'no geometry'),
  'height.invalid': say('高度无效（须大于 0 且不超过 1500 米）', 'no valid height (more than 0, at most 1500 m)'),
  'id.duplicate': say('编号重复', 'the id was there before'),
  'json.broken': say('JSON 已损坏', 'broken JSON'),
  'number.nan': say('含有 NaN 或无穷大', 'holds NaN or Infinity'),
  'object.huge': say('单个对象过大', 'one object is too large'),
  'object.malformed': say('不是本格式的对象', 'no object of this format'),
  'place.far': say('距离其他建筑太远', 'too far from all the others'),
  'ring.crossing': say('轮廓自相交', 'the footprint crosses itself'),
  'ring.short': say('轮廓不足三个点', 'the footprint has fewer than three points'),
  'template.missing': say('引用了不存在的模板', 'refers to a template that is not there'),
  'text.encoding': say('不是 UTF-8 编码', 'not in UTF-8'),
  'vertex.broken': say('顶点坐标无效', 'a vertex without valid coordinates'),
  'vertex.missing': say('引用了不存在的顶点', 'refers to a vertex that is not there'),
} as const satisfies Record<string, Words>
export type LeftOutReason = keyof typeof leftOutReasons

/** What was done to an object so that it could be taken. */
export const remarkReasons = {
  'attribute.ignored': say('属性值无效，已忽略', 'an attribute made no sense and was ignored'),
  'child.missing': say('缺少所列的部件', 'a part that it names is not there'),
  'floors.mismatch': say('层数与高度不符，按高度推算', 'its storeys do not fit its height and were counted anew'),
  'footprint.hull': say('没有底面，轮廓取外包凸多边形', 'no ground surface: the footprint is its convex hull'),
  'footprint.largest': say('底面不相连，轮廓取最大一块', 'ground in several pieces: the footprint is the largest'),
  'footprint.roof': say('没有底面，轮廓取自屋顶', 'no ground surface: the footprint is that of its roof'),
  'height.assumed': say('没有高度和层数，假定为三层', 'neither height nor storeys: three storeys assumed'),
  'height.ignored': say('高度属性无效，改用几何或层数', 'its height made no sense: geometry or storeys count instead'),
  'hole.dropped': say('天井无效或超出轮廓，已去除', 'a hole was broken or not inside and was dropped'),
  'id.shortened': say('编号过长，已截断', 'its id was too long and was cut'),
  'parent.missing': say('部件所属建筑缺失，单独成栋', 'a part without its building: taken as one'),
  'surface.dropped': say('退化的面已去除', 'surfaces without extent were dropped'),
  'use.assumed': say('用途未知，按住宅处理', 'its use is unknown: taken for residential'),
} as const satisfies Record<string, Words>
export type RemarkReason = keyof typeof remarkReasons
