import { plural } from '../plural.ts'
import type { filmZh } from './film-zh.ts'

export const filmEn: typeof filmZh = {
  button: 'Make a film…',
  title: 'Make a film of the scene',
  hint: 'Takes a stretch of the past as a WebM film, with community, moment and alarms that call written below. Meanwhile the playhead belongs to the film; keep this window in sight. Alarms are told as ever; going live ends it.',
  speed: 'Speed',
  size: 'Picture',
  rate: 'Frames a second',
  length: (time: string, pictures: number, size: string) =>
    `The film takes ${time}, ${plural(pictures, 'frame', 'frames')}, about ${size}`,
  wrong: 'Give a stretch that is past, with its begin before its end',
  nothing: 'All of this stretch was altered or damaged: there is nothing to show',
  tooLong: (is: string, most: string) =>
    `The film would take ${is}, ${most} at most: choose a shorter stretch or a higher speed`,
  held: 'This browser cannot write a file while the film is made, so it is held in memory and must be shorter; a smaller picture or fewer frames make room for more.',
  recorder:
    'At this address the browser can only record while it plays: it takes longer than the film, and a frame may be missing here and there. In the window of Ankan, or over HTTPS, it is made frame by frame.',
  checking: 'Looking at what this browser can do…',
  cannot: 'This browser cannot make films. Use the window of Ankan, or a new Chrome or Edge.',
  start: 'Make the film',
  close: 'Close',
  leads: 'You lead others through the past, and they share the playhead: end or leave that first, then make the film',
  noScene: 'There is no scene on the screen to make a film of: show it first',
  lent: 'A film is being made: the playhead belongs to it',
  running: (percent: number) => `Making the film ${percent}%`,
  left: (time: string) => `, about ${time} to go`,
  hidden: 'The window is out of sight: it waits',
  finishing: 'Finishing the film…',
  cancel: 'Cancel',
  cancelled: 'Cancelled: no film was saved',
  done: (name: string, size: string) => `The film was saved: ${name}, ${size}`,
  dismiss: 'OK',
  failed: 'No film was made',
  problems: {
    over: 'the playhead was taken back (others look along now, or the present is shown)',
    taken: 'the playhead is in use',
    scene: 'the scene was closed or failed; try again when it is back',
    write: 'it could not be written: make sure that there is room on the disk, or choose a smaller picture',
  },
}
