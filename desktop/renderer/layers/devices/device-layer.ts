import { showDeviceMarks } from '../device-marks.ts'
import type { Layer } from '../layer.ts'
import { ranks } from '../ranks.ts'

/** Everything that measures and stays where it is; what looks and what moves have layers of their own. */
export const deviceLayer: Layer = {
  id: 'devices',
  name: { zh: '设备', en: 'Devices' },
  startsOn: true,
  show: (context) =>
    showDeviceMarks(context, {
      wants: (kind) => kind === undefined || !(kind.looks || kind.moves),
      outline: 'disc',
      rank: ranks.device,
    }),
}
