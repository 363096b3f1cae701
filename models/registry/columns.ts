import type { Text } from '#shared/text.ts'
import type { DeviceEntry } from '#shared/world/device-entry.ts'
import { deviceKinds } from '../devices/index.ts'
import {
  ASSET_STATES,
  assetState,
  type Cell,
  day,
  deviceId,
  groups,
  number,
  phone,
  type Read,
  text,
  textOf,
  view,
  writeView,
} from './cells.ts'

export type ColumnName = Exclude<keyof DeviceEntry, 'position'> | 'lon' | 'lat' | 'height' | 'phone'

/** A column of the spreadsheet of devices. */
export interface Column {
  name: ColumnName
  title: Text
  /** What a person has to know to fill it. */
  hint?: Text
  /** Every device has it. */
  needed?: true
  /** Characters. */
  width: number
  read: Read
  write(entry: DeviceEntry & { phone?: string | undefined }): string | number | undefined
}

export const columns: readonly Column[] = [
  {
    name: 'device',
    title: { zh: '设备编号', en: 'Device ID' },
    hint: {
      zh: '唯一标识：字母、数字、点、横线、下划线，最多 64 个字符；以 # 开头的行不导入',
      en: 'Unique: letters, digits, dot, dash, underscore, 64 at most; a row that begins with # is left out',
    },
    needed: true,
    width: 26,
    read: deviceId,
    write: ({ device }) => device,
  },
  {
    name: 'name',
    title: { zh: '名称', en: 'Name' },
    needed: true,
    width: 26,
    read: text(100),
    write: ({ name }) => name,
  },
  {
    name: 'kind',
    title: { zh: '类别', en: 'Kind' },
    hint: { zh: '见“可选值”', en: 'See the sheet of values' },
    needed: true,
    width: 16,
    read: kindNamed,
    write: ({ kind }) => deviceKinds.get(kind)?.name.zh ?? kind,
  },
  {
    name: 'place',
    title: { zh: '安装位置', en: 'Place' },
    hint: {
      zh: '位置编码，如 jinxiu/z1/b06/f12；建筑和网格也可写名称，如 锦绣西里3栋/f03',
      en: 'A path such as jinxiu/z1/b06/f12; a building or a grid may be written by its name',
    },
    needed: true,
    width: 26,
    // Only whoever has the model of the community knows more.
    read: text(200),
    write: ({ place }) => place,
  },
  {
    name: 'lon',
    title: { zh: '经度', en: 'Longitude' },
    hint: { zh: 'WGS84 / CGCS2000，度', en: 'WGS 84 / CGCS2000, degrees' },
    needed: true,
    width: 13,
    read: number(-180, 180),
    write: ({ position }) => position.lon,
  },
  {
    name: 'lat',
    title: { zh: '纬度', en: 'Latitude' },
    hint: { zh: 'WGS84 / CGCS2000，度', en: 'WGS 84 / CGCS2000, degrees' },
    needed: true,
    width: 13,
    read: number(-90, 90),
    write: ({ position }) => position.lat,
  },
  {
    name: 'height',
    title: { zh: '高度', en: 'Height' },
    hint: { zh: '米，社区地面为 0', en: 'Metres above the ground of the community' },
    width: 9,
    read: number(-1000, 10_000),
    write: ({ position }) => position.height,
  },
  words('maker', '厂家', 'Maker'),
  words('model', '型号', 'Model'),
  words('serial', '序列号', 'Serial number'),
  words('plate', '车牌或呼号', 'Plate or call sign'),
  dated('installedAt', '安装日期', 'Installed on'),
  words('owner', '所属单位（所有权）', 'Owner'),
  words('user', '使用单位（使用权）', 'User'),
  words('maintainer', '运维单位（运维权）', 'Maintainer'),
  words('keeper', '维护责任人', 'Keeper'),
  {
    name: 'phone',
    title: { zh: '联系电话', en: 'Phone' },
    hint: { zh: '维护责任人的电话', en: 'Of the keeper' },
    width: 15,
    read: phone,
    write: (entry) => entry.phone,
  },
  {
    name: 'assetState',
    title: { zh: '资产状态', en: 'Asset state' },
    hint: { zh: '见“可选值”；空为在用', en: 'See the sheet of values; empty: in use' },
    width: 10,
    read: assetState,
    write: ({ assetState = 'in-use' }) => ASSET_STATES[assetState].zh,
  },
  dated('warrantyUntil', '质保到期', 'Warranty until'),
  {
    name: 'lifeYears',
    title: { zh: '使用年限', en: 'Life' },
    hint: { zh: '年；空为该类别的默认值', en: 'Years; empty: as usual for its kind' },
    width: 9,
    read: number(1, 100, true),
    write: ({ lifeYears }) => lifeYears,
  },
  {
    name: 'upkeepDays',
    title: { zh: '维保周期', en: 'Upkeep every' },
    hint: { zh: '天；空为该类别的默认值', en: 'Days; empty: as usual for its kind' },
    width: 9,
    read: number(1, 3650, true),
    write: ({ upkeepDays }) => upkeepDays,
  },
  dated('servicedAt', '最近维保', 'Serviced on'),
  dated('nextServiceAt', '下次维保', 'Next service'),
  {
    name: 'groups',
    title: { zh: '分组', en: 'Groups' },
    hint: { zh: '最多 10 个，用顿号或逗号分开', en: '10 at most, parted by commas' },
    width: 20,
    read: groups,
    write: ({ groups }) => groups?.join('、'),
  },
  {
    name: 'gateway',
    title: { zh: '网关编号', en: 'Gateway' },
    hint: { zh: '代其通信的设备的编号', en: 'The ID of the device that speaks for it' },
    width: 20,
    read: deviceId,
    write: ({ gateway }) => gateway,
  },
  {
    name: 'view',
    title: { zh: '摄像机视场', en: 'Camera view' },
    hint: { zh: '朝向/俯仰/张角/距离/镜头高，如 90/-15/60/30/0', en: 'heading/tilt/angle/range/lens' },
    width: 18,
    read: view,
    write: (entry) => entry.view && writeView(entry.view),
  },
  { name: 'note', title: { zh: '备注', en: 'Note' }, width: 24, read: text(500), write: ({ note }) => note },
]

/** What an export says besides, for people alone: an import passes over it. */
export const saidBesides: Record<'state' | 'due' | 'end' | 'registered' | 'source', Text> = {
  state: { zh: '退役（不导入）', en: 'Retired (not imported)' },
  due: { zh: '应维保日期（不导入）', en: 'Service due (not imported)' },
  end: { zh: '到寿日期（不导入）', en: 'End of life (not imported)' },
  registered: { zh: '入库时间（不导入）', en: 'Registered (not imported)' },
  source: { zh: '数据来源（不导入）', en: 'Source (not imported)' },
}

/** How a title is recognised: without the mark of what is needed, without its unit, in small letters. */
function plainTitle(title: string): string {
  return title.replace(/\*|＊/g, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

const byTitle = new Map<string, Column>()
for (const column of columns)
  for (const title of [column.name, column.title.zh, column.title.en, `${column.title.zh} ${column.title.en}`])
    byTitle.set(plainTitle(title), column)
const passedOver = new Set(Object.values(saidBesides).flatMap(({ zh, en }) => [zh, en, `${zh} ${en}`].map(plainTitle)))

/** The column of a title in either language or both; null: one to pass over; undefined: nobody knows it. */
export function columnTitled(title: Cell): Column | null | undefined {
  const plain = plainTitle(textOf(title))
  return byTitle.get(plain) ?? (passedOver.has(plain) ? null : undefined)
}

const kindsByName = new Map<string, string>()
for (const { kind, name } of deviceKinds.all)
  for (const said of [kind, name.zh, name.en]) kindsByName.set(said.toLowerCase(), kind)

function kindNamed(cell: Parameters<Read>[0]): ReturnType<Read> {
  const kind = kindsByName.get(textOf(cell).toLowerCase())
  return kind === undefined ? { problem: 'kind-unknown' } : { is: kind }
}

type Words = 'maker' | 'model' | 'serial' | 'plate' | 'owner' | 'user' | 'maintainer' | 'keeper'
function words(name: Words, zh: string, en: string): Column {
  return { name, title: { zh, en }, width: 18, read: text(100), write: (entry) => entry[name] }
}

type Dated = 'installedAt' | 'warrantyUntil' | 'servicedAt' | 'nextServiceAt'
function dated(name: Dated, zh: string, en: string): Column {
  const hint = { zh: '如 2026-01-31', en: 'Such as 2026-01-31' }
  return { name, title: { zh, en }, hint, width: 12, read: day, write: (entry) => entry[name] }
}
