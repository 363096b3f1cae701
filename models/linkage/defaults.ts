import { registry } from '#shared/registry.ts'
import { Linkage } from '#shared/world/linkages.ts'

/**
 * What a community of today wires together: GB/T 42455.1 6.4.2 c) passages open in a fire, 6.4.3 b) doors on the ways out and
 * pictures of fire and fire lanes, 6.4.4 c) intrusion with cameras and doors.
 */
export const defaultLinkages = registry<Linkage>(
  'linkage',
  ({ linkage }) => linkage,
  [
    {
      linkage: 'fire',
      name: { zh: '火灾疏散', en: 'Fire: clear the way out' },
      when: { signs: ['fire'] },
      actions: [
        { do: 'cameras', most: 8 },
        { do: 'order', kinds: ['door-access'], command: 'hold-open', where: 'escape' },
        { do: 'order', kinds: ['elevator'], command: 'to-ground', where: 'building' },
        { do: 'order', kinds: ['speaker'], command: 'announce', input: { message: 1 }, where: 'building' },
        { do: 'order', kinds: ['fire-door'], command: 'close', where: 'building' },
        { do: 'order', kinds: ['hvac'], command: 'stop', where: 'building' },
        { do: 'order', kinds: ['ai-camera'], command: 'warn-on', where: 'near', metres: 60 },
        { do: 'order', kinds: ['vehicle-barrier'], command: 'hold-up', where: 'zone' },
      ],
    },
    {
      linkage: 'gas',
      name: { zh: '燃气泄漏', en: 'Gas leak' },
      when: { signs: ['gas'] },
      actions: [
        { do: 'cameras', most: 6 },
        { do: 'order', kinds: ['gas-detector', 'gas-meter'], command: 'shut-valve', where: 'device' },
        { do: 'order', kinds: ['gas-detector', 'gas-meter'], command: 'shut-valve', where: 'room' },
        { do: 'order', kinds: ['speaker'], command: 'announce', input: { message: 2 }, where: 'building' },
        { do: 'order', kinds: ['vehicle-barrier'], command: 'hold-up', where: 'zone' },
      ],
    },
    {
      linkage: 'distress',
      name: { zh: '紧急求助', en: 'Call for help' },
      when: { signs: ['distress'] },
      actions: [
        { do: 'cameras', most: 6 },
        { do: 'order', kinds: ['door-access'], command: 'open', where: 'escape' },
      ],
    },
    {
      linkage: 'intrusion',
      name: { zh: '入侵', en: 'Intrusion' },
      when: { signs: ['intrusion'] },
      actions: [
        { do: 'cameras', most: 8 },
        { do: 'order', kinds: ['street-lamp'], command: 'on', input: { level: 100 }, where: 'near', metres: 80 },
        { do: 'order', kinds: ['ai-camera'], command: 'warn-on', where: 'near', metres: 60 },
      ],
    },
    {
      // Whoever forces somebody to open must not notice that it is known.
      linkage: 'duress',
      name: { zh: '胁迫开门', en: 'Opened under duress' },
      when: { rules: ['door-access~duress'] },
      actions: [{ do: 'cameras', most: 8 }],
    },
    {
      linkage: 'trapped',
      name: { zh: '电梯困人', en: 'People trapped in an elevator' },
      when: { rules: ['elevator~trapped'] },
      actions: [
        { do: 'cameras', most: 4 },
        { do: 'order', kinds: ['door-access'], command: 'hold-open', where: 'escape' },
      ],
    },
    {
      linkage: 'e-bike-in-elevator',
      name: { zh: '电动车进电梯', en: 'E-bike in an elevator' },
      when: { rules: ['ebike-elevator-detector~detected'] },
      actions: [
        { do: 'cameras', most: 4 },
        { do: 'order', kinds: ['ebike-elevator-detector'], command: 'hold', where: 'device' },
      ],
    },
    {
      linkage: 'charger-hot',
      name: { zh: '充电桩过热', en: 'Charger overheats' },
      when: { rules: ['ebike-charger~hot'] },
      actions: [
        { do: 'cameras', most: 6 },
        { do: 'order', kinds: ['ebike-charger'], command: 'cut-off', where: 'device' },
      ],
    },
    {
      linkage: 'flood',
      name: { zh: '积水与爆管', en: 'Flood and burst pipe' },
      when: { signs: ['water'], grades: [1, 2, 3] },
      actions: [
        { do: 'cameras', most: 6 },
        { do: 'order', kinds: ['water-meter'], command: 'shut-valve', where: 'device' },
        { do: 'order', kinds: ['speaker'], command: 'announce', input: { message: 3 }, where: 'building' },
      ],
    },
  ].map((linkage) => Linkage.parse(linkage)),
)
