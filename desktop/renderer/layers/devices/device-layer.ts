import {
  type Billboard,
  BillboardCollection,
  BlendOption,
  Cartesian3,
  Color,
  NearFarScalar,
  type PointPrimitive,
  PointPrimitiveCollection,
} from '@cesium/engine'
import { deviceKinds } from '#models/devices/index.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Picked } from '../../scene/globe/globe.ts'
import { selection } from '../../store/selection.ts'
import type { Layer } from '../layer.ts'
import { deviceMark } from '../marks.ts'
import { screenScale } from '../scale.ts'
import { nearest } from './near.ts'

const ONLINE = Color.fromCssColorString('#8fa6bb')
const AWAY = Color.fromCssColorString('#6c7681')

/**
 * Every device where it stands: points for the mass, marks of kind and link for those near the camera. Quiet: what
 * is wrong belongs to the alarm layer.
 */
export const deviceLayer: Layer = {
  id: 'devices',
  show({ globe, world }) {
    const { scene } = globe
    const points = scene.primitives.add(
      new PointPrimitiveCollection({ blendOption: BlendOption.OPAQUE }),
    ) as PointPrimitiveCollection
    const marks = scene.primitives.add(new BillboardCollection({ scene })) as BillboardCollection
    const known = new Map<string, PointPrimitive>()
    const positions = new Map<string, Cartesian3>()
    const marked = new Map<string, Billboard>()

    const forget = (id: string) => {
      const point = known.get(id)
      if (point) points.remove(point)
      known.delete(id)
      positions.delete(id)
      unmark(id)
    }
    const unmark = (id: string) => {
      const mark = marked.get(id)
      if (mark) marks.remove(mark)
      marked.delete(id)
      const point = known.get(id)
      if (point) point.show = true
    }
    const mark = (id: string, device: Device) => {
      unmark(id)
      const image = deviceMark(deviceKinds.get(device.kind)?.glyph ?? '?', device.link) as unknown as string
      const drawn = marks.add({
        id: { kind: 'device', id } satisfies Picked,
        position: positions.get(id) as Cartesian3,
        image,
        scale: 0.42 * screenScale(),
        scaleByDistance: new NearFarScalar(120, 1, 400, 0.62),
        // Devices hang inside of their buildings: they shine through, or nobody would find them.
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      })
      marked.set(id, drawn)
      const point = known.get(id)
      if (point) point.show = false
    }
    const draw = (id: string) => {
      const device = world.get('devices', id)
      if (!device) {
        forget(id)
        return
      }
      const { lon, lat, height } = device.position
      const position = Cartesian3.fromDegrees(lon, lat, height)
      positions.set(id, position)
      const color = device.link === 'online' ? ONLINE : AWAY
      const point = known.get(id)
      if (point) {
        point.position = position
        point.color = color
      } else
        known.set(
          id,
          points.add({
            id: { kind: 'device', id } satisfies Picked,
            position,
            color,
            pixelSize: 3.8 * screenScale(),
            // From afar small: where much is watched is seen, and the place too. Never translucent: what is drawn so
            // comes last, and would lie over the names of alarms.
            scaleByDistance: new NearFarScalar(350, 1, 1500, 0.4),
            disableDepthTestDistance: Number.POSITIVE_INFINITY,
          }),
        )
      if (marked.has(id)) mark(id, device)
    }
    let stopWaiting = () => {}
    const look = () => {
      const near = nearest(scene, positions)
      const chosen = selection.getState().device
      if (chosen && positions.has(chosen)) near.add(chosen)
      for (const id of marked.keys()) if (!near.has(id)) unmark(id)
      for (const id of near) {
        const device = world.get('devices', id)
        if (device && !marked.has(id)) mark(id, device)
      }
      stopWaiting()
      stopWaiting = globe.drawUntil(() => [...marked.values()].every((one) => one.ready))
    }
    const all = () => {
      for (const id of [...known.keys()]) forget(id)
      for (const id of world.world.devices.ids()) draw(id)
      look()
    }
    const stops = [
      world.subscribe('devices', (ids) => {
        if (ids) for (const id of ids) draw(id)
        else all()
        globe.draw()
      }),
      selection.subscribe(look),
      scene.camera.moveEnd.addEventListener(look),
    ]
    all()
    return () => {
      stopWaiting()
      for (const stop of stops) stop()
      scene.primitives.remove(points)
      scene.primitives.remove(marks)
      globe.draw()
    }
  },
}
