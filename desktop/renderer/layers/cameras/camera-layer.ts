import { selection } from '../../store/selection.ts'
import { showDeviceMarks } from '../device-marks.ts'
import type { Layer } from '../layer.ts'
import { ranks } from '../ranks.ts'
import { fieldOfView } from './field-of-view.ts'

const FIELDS = 'fields'

/** Cameras, and what each of them sees. */
export const cameraLayer: Layer = {
  id: 'cameras',
  name: { zh: '摄像机', en: 'Cameras' },
  startsOn: true,
  startsHidden: [FIELDS],
  show(context) {
    const { sheet, local, world, isHidden } = context
    const shownCameras = new Set<string>()
    /** All of them when asked for, always that of the chosen one. */
    const drawField = (id: string) => {
      const device = world.get('devices', id)
      const chosen = selection.getState().device === id
      if (!device?.view || !shownCameras.has(id) || (isHidden(FIELDS) && !chosen)) {
        sheet.meshes.take(id)
        sheet.lines.take(id)
        return
      }
      const { mesh, edge } = fieldOfView(local(device.position), device.view, chosen)
      sheet.meshes.put(id, { ...mesh, place: device.place })
      sheet.lines.put(id, { ...edge, place: device.place })
    }
    const marks = showDeviceMarks(context, {
      wants: (kind) => kind?.looks === true,
      outline: 'shield',
      rank: ranks.camera,
      drawn(device, shown) {
        if (shown) shownCameras.add(device.device)
        else shownCameras.delete(device.device)
        drawField(device.device)
      },
    })
    return {
      ...marks,
      legend: () => [
        {
          key: FIELDS,
          name: { zh: '全部视野', en: 'All fields of view' },
          color: '#8fb3d1',
          count: shownCameras.size,
        },
        ...marks.legend(),
      ],
    }
  },
}
