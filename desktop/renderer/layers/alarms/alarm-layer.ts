import {
  type Billboard,
  BillboardCollection,
  BlendOption,
  Cartesian2,
  Cartesian3,
  Color,
  type Label,
  LabelCollection,
  LabelStyle,
  Material,
  NearFarScalar,
  type Polyline,
  PolylineCollection,
  VerticalOrigin,
} from '@cesium/engine'
import type { Picked } from '../../scene/globe/globe.ts'
import { selection } from '../../store/selection.ts'
import { gradeLooks } from '../../theme/grades.ts'
import type { Layer } from '../layer.ts'
import { alarmMark } from '../marks.ts'
import { screenScale } from '../scale.ts'

/** Metres that the mark stands above its place, on a stem that leads down to it. */
const STEM = 26
const LONGEST_NAME = 24
const PULSE_MS = 500
const PULSES = 12

interface Drawn {
  mark: Billboard
  stem: Polyline
  name: Label
}

/** Open alarms: shape and colour of the grade on a stem over the very place, the gravest named. */
export const alarmLayer: Layer = {
  id: 'alarms',
  show({ globe, world }) {
    const { primitives } = globe.scene
    // Drawn after all that is opaque: nothing lies over an alarm.
    const blendOption = BlendOption.TRANSLUCENT
    const stems = primitives.add(new PolylineCollection()) as PolylineCollection
    const marks = primitives.add(new BillboardCollection({ scene: globe.scene, blendOption })) as BillboardCollection
    const names = primitives.add(new LabelCollection({ scene: globe.scene, blendOption })) as LabelCollection
    const drawn = new Map<string, Drawn>()
    /** Alarms that rose before our eyes pulse a few times, then stand still. */
    const pulsing = new Map<string, number>()

    const remove = (id: string) => {
      const before = drawn.get(id)
      if (!before) return
      marks.remove(before.mark)
      stems.remove(before.stem)
      names.remove(before.name)
      drawn.delete(id)
      pulsing.delete(id)
    }
    const draw = (id: string) => {
      const alarm = world.get('alarms', id)
      remove(id)
      if (!alarm) return
      const { lon, lat, height } = alarm.position
      const foot = Cartesian3.fromDegrees(lon, lat, height)
      const head = Cartesian3.fromDegrees(lon, lat, Math.max(height, 0) + STEM)
      const chosen = selection.getState().alarm === id
      const color = Color.fromCssColorString(gradeLooks[alarm.grade].color)
      const known: Picked = { kind: 'alarm', id }
      drawn.set(id, {
        stem: stems.add({
          positions: [foot, head],
          width: chosen ? 3 : 2,
          material: Material.fromType('Color', { color: color.withAlpha(0.9) }),
          id: known,
        }),
        mark: marks.add({
          id: known,
          position: head,
          image: alarmMark(alarm.grade, alarm.state !== 'unacknowledged', chosen) as unknown as string,
          scale: (chosen ? 0.46 : 0.36) * screenScale(),
          verticalOrigin: VerticalOrigin.CENTER,
          // Where marks meet, the graver stands in front, the chosen before all.
          eyeOffset: new Cartesian3(0, 0, chosen ? -12 : alarm.grade * 2 - 10),
          disableDepthTestDistance: Number.POSITIVE_INFINITY,
          scaleByDistance: new NearFarScalar(150, 1.1, 2500, 0.7),
        }),
        name: names.add({
          id: known,
          position: head,
          text: shortened(world.get('devices', alarm.device)?.name ?? alarm.device),
          font: '600 15px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
          style: LabelStyle.FILL_AND_OUTLINE,
          fillColor: Color.WHITE,
          outlineColor: Color.fromCssColorString('#0e1217'),
          outlineWidth: 4,
          scale: screenScale(),
          pixelOffset: new Cartesian2(0, -28 * screenScale()),
          verticalOrigin: VerticalOrigin.BOTTOM,
          disableDepthTestDistance: Number.POSITIVE_INFINITY,
          // One name at a time: that of the chosen alarm. The list names the others.
          show: chosen,
        }),
      })
    }
    const all = () => {
      for (const id of [...drawn.keys()]) remove(id)
      for (const id of world.world.alarms.ids()) draw(id)
    }

    const timer = setInterval(() => {
      if (pulsing.size === 0) return
      for (const [id, left] of pulsing) {
        const mark = drawn.get(id)?.mark
        if (!mark) continue
        mark.scale = (left % 2 === 0 ? 0.36 : 0.5) * screenScale()
        if (left <= 0) pulsing.delete(id)
        else pulsing.set(id, left - 1)
      }
      globe.draw()
    }, PULSE_MS)

    const stops = [
      world.subscribe('alarms', (ids) => {
        if (!ids) all()
        else
          for (const id of ids) {
            const fresh = !drawn.has(id) && world.get('alarms', id)?.state === 'unacknowledged'
            draw(id)
            if (fresh) pulsing.set(id, PULSES)
          }
        globe.draw()
      }),
      selection.subscribe((now, before) => {
        if (now.alarm === before.alarm) return
        for (const id of [before.alarm, now.alarm]) if (id) draw(id)
        globe.draw()
      }),
    ]
    all()
    globe.draw()
    return () => {
      clearInterval(timer)
      for (const stop of stops) stop()
      for (const collection of [stems, marks, names]) primitives.remove(collection)
      globe.draw()
    }
  },
}

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`
}
