import { type Billboard, BillboardCollection, Cartesian3, NearFarScalar } from '@cesium/engine'
import { deviceKinds } from '#models/devices/index.ts'
import type { Picked } from '../../scene/globe/globe.ts'
import type { Layer } from '../layer.ts'
import { deviceMark } from '../marks.ts'
import { screenScale } from '../scale.ts'

/** Every device where it stands, by kind and link. Quiet: what is wrong belongs to the alarm layer. */
export const deviceLayer: Layer = {
  id: 'devices',
  show({ globe, world }) {
    const marks = globe.scene.primitives.add(new BillboardCollection({ scene: globe.scene })) as BillboardCollection
    const known = new Map<string, Billboard>()
    const draw = (id: string) => {
      const device = world.get('devices', id)
      const before = known.get(id)
      if (!device) {
        if (before) marks.remove(before)
        known.delete(id)
        return
      }
      const image = deviceMark(deviceKinds.get(device.kind)?.glyph ?? '?', device.link) as unknown as string
      const position = Cartesian3.fromDegrees(device.position.lon, device.position.lat, device.position.height)
      if (before) {
        before.position = position
        before.image = image
        return
      }
      const mark = marks.add({
        id: { kind: 'device', id } satisfies Picked,
        position,
        image,
        scale: 0.42 * screenScale(),
        scaleByDistance: new NearFarScalar(150, 1, 1800, 0.42),
        translucencyByDistance: new NearFarScalar(300, 0.95, 2400, 0.35),
        // Devices hang inside of their buildings: they shine through, or nobody would find them.
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      })
      known.set(id, mark)
    }
    const all = () => {
      marks.removeAll()
      known.clear()
      for (const id of world.world.devices.ids()) draw(id)
    }
    const stop = world.subscribe('devices', (ids) => {
      if (ids) for (const id of ids) draw(id)
      else all()
      globe.draw()
    })
    all()
    globe.draw()
    return () => {
      stop()
      globe.scene.primitives.remove(marks)
      globe.draw()
    }
  },
}
