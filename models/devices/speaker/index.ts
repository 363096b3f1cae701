import { restart } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { stateMetric } from '../../states.ts'

/** What is stored in it: a text that nobody has to type while it burns. */
const MESSAGES = [
  { zh: '静音', en: 'Silent' },
  { zh: '火灾疏散：请走楼梯离开，勿乘电梯', en: 'Fire: leave by the stairs, not by the elevator' },
  { zh: '燃气泄漏：勿开关电器，开窗离开', en: 'Gas: touch no switch, open windows, leave' },
  { zh: '积水避险：勿进入地下室和低洼处', en: 'Flood: keep out of basements and low ground' },
  { zh: '请让开通道，急救人员正在赶来', en: 'Keep the way free: helpers are coming' },
  { zh: '解除：险情已经排除', en: 'All clear' },
] as const
const playing = stateMetric({ zh: '播放', en: 'Announcing' }, MESSAGES)

export default defineKind({
  kind: 'speaker',
  name: { zh: '应急广播', en: 'Public address' },
  glyph: '播',
  theme: 'security',
  mount: 'wall',
  metrics: {
    playing,
    heat: { name: { zh: '功放温度', en: 'Amplifier' }, unit: '°C', min: -40, max: 120, decimals: 0 },
  },
  rules: [
    {
      rule: 'amplifier-hot',
      name: { zh: '广播功放过热', en: 'Amplifier too hot' },
      when: { is: 'above', metric: 'heat', limit: 75, deadBand: 10 },
      grade: 4,
      advice: { zh: '停止播放，检查功放通风和线路', en: 'Stop announcing, look at the amplifier and its line' },
    },
  ],
  state: { playing: 0 },
  commands: {
    announce: {
      name: { zh: '播放', en: 'Announce' },
      effect: { zh: '循环播放所选的语音三分钟', en: 'The chosen message is said again and again for three minutes' },
      input: {
        message: { ...playing, name: { zh: '语音', en: 'Message' }, min: 1, states: said(MESSAGES) },
      },
      sets: { playing: 'message' },
      backAfter: 180,
      undo: 'stop',
    },
    stop: {
      name: { zh: '停止播放', en: 'Stop' },
      effect: { zh: '广播静音', en: 'It falls silent' },
      sets: { playing: 0 },
    },
    restart,
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '试播，核对音量和备用电源', en: 'Try it: loud enough, and on its reserve power' },
    lifeYears: 8,
  },
  everySeconds: 30,
  simulate: ({ random, event, set }) => ({
    heat: 32 + random() * 4 + (set.playing ? 12 : 0) + event * 48,
  }),
})

/** All but silence. */
function said([, ...messages]: readonly { zh: string; en: string }[]): Record<number, { zh: string; en: string }> {
  return Object.fromEntries(messages.map((text, n) => [n + 1, text]))
}
