import { cover } from '../../happenings.ts'
import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'
import { isSo, stateMetric } from '../../states.ts'

export default defineKind({
  kind: 'door-access',
  name: { zh: '门禁', en: 'Door access' },
  glyph: '禁',
  theme: 'security',
  mount: 'wall',
  metrics: {
    passages: { name: { zh: '通行人次', en: 'Passages' }, unit: '/min', min: 0, max: 200, decimals: 0 },
    openFor: { name: { zh: '持续开启', en: 'Open for' }, unit: 'min', min: 0, max: 1440, decimals: 0 },
    forced: isSo({ zh: '强行开启', en: 'Forced' }, { zh: '未强行开启', en: 'Not forced' }),
    lock: stateMetric({ zh: '门锁', en: 'Lock' }, [
      { zh: '已打开', en: 'Open' },
      { zh: '已锁闭', en: 'Locked' },
      { zh: '常开', en: 'Held open' },
    ]),
  },
  rules: [
    {
      rule: 'forced',
      sign: 'intrusion',
      name: { zh: '门被强行打开', en: 'Door forced' },
      when: { is: 'above', metric: 'forced', limit: 0.5, deadBand: 0 },
      grade: 3,
      advice: { zh: '调看门口摄像机，派保安查看', en: 'Look through the door camera, send a guard' },
    },
    {
      rule: 'held-open',
      sign: 'evacuation',
      name: { zh: '单元门未关闭', en: 'Door held open' },
      when: { is: 'above', metric: 'openFor', limit: 20, deadBand: 5 },
      grade: 4,
      advice: { zh: '通知楼管关门，检查闭门器', en: 'Have it closed, check the door closer' },
    },
    {
      // A finger or a code of its own says that somebody is made to open.
      rule: 'duress',
      name: { zh: '胁迫开门', en: 'Opened under duress' },
      when: { is: 'event', event: 'duress', times: 1, within: 600, over: { after: 1800 } },
      grade: 1,
      advice: {
        zh: '勿呼叫门口对讲；调看摄像机，报警并派保安',
        en: 'Do not call the door; look through its camera, call the police, send guards',
      },
    },
    {
      rule: 'refused-often',
      name: { zh: '反复刷卡被拒', en: 'Refused again and again' },
      when: { is: 'event', event: 'refused', times: 5, within: 300, over: { after: 600 } },
      grade: 4,
      advice: { zh: '调看门口摄像机，核对来人', en: 'Look through the door camera: who is it?' },
    },
    cover.rule,
  ],
  events: {
    duress: { zh: '胁迫开门', en: 'Opened under duress' },
    ...cover.events,

    opened: { zh: '授权开门', en: 'Opened for somebody' },
    refused: { zh: '拒绝通行', en: 'Refused somebody' },
  },
  state: { lock: 1 },
  commands: {
    open: {
      name: { zh: '开门', en: 'Open' },
      effect: { zh: '门锁打开八秒，随后自动锁闭', en: 'The lock opens for eight seconds' },
      sets: { lock: 0 },
      backAfter: 8,
    },
    'hold-open': {
      name: { zh: '常开', en: 'Hold open' },
      effect: {
        zh: '门保持打开，直到重新锁闭；火灾时用于疏散',
        en: 'It stays open until it is locked again: the way out in a fire',
      },
      sets: { lock: 2 },
      undo: 'lock',
    },
    lock: {
      name: { zh: '锁闭', en: 'Lock' },
      effect: { zh: '门恢复刷卡通行；室内可手动开启', en: 'Back to passing by card; from inside it opens by hand' },
      sets: { lock: 1 },
    },
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '检查闭门器、读卡器和消防联动释放', en: 'Check closer, reader and the release on fire' },
    lifeYears: 8,
  },
  everySeconds: 15,
  simulate: ({ hour, random, event }) => ({
    passages: Math.floor(random() * 5 * comingAndGoing(hour)),
    openFor: random() < 0.1 ? random() * 2 : 0,
    forced: event > 0.5 ? 1 : 0,
  }),
})
