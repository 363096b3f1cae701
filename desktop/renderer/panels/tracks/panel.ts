import type { Panel } from '../panel.ts'
import { TracksPanel } from './TracksPanel.tsx'

export const tracksPanel: Panel = {
  id: 'tracks',
  title: (t) => t.panels.tracks,
  Show: TracksPanel,
  comes: { side: 'below', of: 'scene' },
  least: { width: 260, height: 220 },
  needs: 'tracks.see',
}
