import { deviceKinds } from '#models/devices/index.ts'
import type { Layer, LayerContext } from '../layer.ts'
import { heatMesh, type Source } from './heat-mesh.ts'
import { heatRamp } from './heat-tones.ts'

const ALARMS = 'of:alarms'
const PEOPLE = 'of:people'
const DRAW_EVERY_MS = 3000

/** Where much comes together: open alarms by their weight, or people as cameras count them. */
export const heatLayer: Layer = {
  id: 'heat',
  name: { zh: '热力', en: 'Heat' },
  startsOn: false,
  startsHidden: [PEOPLE],
  scale: { ramp: heatRamp, least: { zh: '少', en: 'few' }, most: { zh: '多', en: 'many' } },
  show(context) {
    const { sheet, site, isHidden } = context
    let sources: { alarms: Source[]; people: Source[] } = { alarms: [], people: [] }
    let drawn = ''
    const draw = () => {
      sources = { alarms: alarmSources(context), people: peopleSources(context) }
      const shown = [...(isHidden(ALARMS) ? [] : sources.alarms), ...(isHidden(PEOPLE) ? [] : sources.people)]
      context.counted()
      // What is as it was costs neither a mesh nor a picture.
      const before = drawn
      drawn = JSON.stringify(shown)
      if (drawn === before) return
      const mesh = heatMesh(shown, site.community.radius * 1.1)
      if (mesh) sheet.meshes.put('heat', mesh)
      else sheet.meshes.take('heat')
    }
    const timer = setInterval(draw, DRAW_EVERY_MS)
    draw()
    return {
      legend: () => [
        { key: ALARMS, name: { zh: '未结报警', en: 'Open alarms' }, count: sources.alarms.length },
        {
          key: PEOPLE,
          name: { zh: '摄像机计数的人流', en: 'People counted by cameras' },
          count: sources.people.length,
        },
      ],
      count: () => sources.alarms.length + sources.people.length,
      filtered: draw,
      stop: () => clearInterval(timer),
    }
  },
}

function alarmSources({ world, local, admits }: LayerContext): Source[] {
  return world.calling.flatMap(({ device: id, position, grade }) => {
    const device = world.get('devices', id)
    return device && !admits(device, grade) ? [] : [{ at: local(position), weight: (5 - grade) / 2 }]
  })
}

/** A camera that counts people says how many are before it. */
function peopleSources({ world, local, admits }: LayerContext): Source[] {
  return [...world.world.devices.values()].flatMap((one) => {
    const { device, kind, position } = one
    const people = deviceKinds.get(kind)?.tells === 'crowd' ? world.latest(device)?.[1].people : undefined
    return people === undefined || !(people > 0) || !admits(one, 'calm')
      ? []
      : [{ at: local(position), weight: people / 20 }]
  })
}
