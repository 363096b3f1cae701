import type { KindRule, Text } from './kind.ts'

/** Events that several kinds tell of, with what a rule makes of them: what no metric of theirs says. */
interface Happening {
  events: Readonly<Record<string, Text>>
  rule: KindRule
}

/** Somebody is at its inside. */
export const cover: Happening = {
  events: {
    'cover-opened': { zh: '外壳被打开', en: 'Cover opened' },
    'cover-closed': { zh: '外壳已合上', en: 'Cover closed' },
  },
  rule: {
    rule: 'tampered',
    name: { zh: '设备被拆动', en: 'Device tampered with' },
    when: { is: 'event', event: 'cover-opened', times: 1, within: 600, over: { by: 'cover-closed' } },
    grade: 3,
    advice: {
      zh: '核对是否为检修；否则调看摄像机，派人查看',
      en: 'Is it being repaired? If not look through the camera, send somebody',
    },
  },
}

/** A detector that was taken off its base sees nothing. */
export const base: Happening = {
  events: {
    removed: { zh: '被取下', en: 'Taken off its base' },
    refitted: { zh: '已装回', en: 'Back on its base' },
  },
  rule: {
    rule: 'removed',
    name: { zh: '探测器被取下', en: 'Detector taken down' },
    when: { is: 'event', event: 'removed', times: 1, within: 600, over: { by: 'refitted' } },
    grade: 3,
    advice: {
      zh: '核对是否为清洁维护；未装回前此处无人监测',
      en: 'Is it being cleaned? Until it is back nobody watches the place',
    },
  },
}

/** A magnet makes a meter count less. */
export const magnet: Happening = {
  events: { magnet: { zh: '强磁干扰', en: 'Magnet held to it' } },
  rule: {
    rule: 'magnet',
    name: { zh: '表具受强磁干扰', en: 'Meter held by a magnet' },
    when: { is: 'event', event: 'magnet', times: 1, within: 600, over: { after: 3600 } },
    grade: 4,
    advice: { zh: '上门核查表具和封印', en: 'Have meter and seal looked at' },
  },
}
