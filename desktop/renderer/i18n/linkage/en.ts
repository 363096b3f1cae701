import { plural } from '../plural.ts'
import type { LinkageTexts } from './zh.ts'

export const linkageEn: LinkageTexts = {
  title: 'Linkage',
  modes: { off: 'Off', dry: 'Dry run', armed: 'Armed' },
  dry: 'Dry run: what it would do is recorded, nobody was told',
  played: 'The readings come from a recording: nobody was told',
  armedBy: (who) => `armed by ${who}`,
  states: {
    'would-do': 'Would do',
    asked: 'Waits for a second person',
    given: 'Waits for an answer',
    done: 'Done',
    refused: 'Not done',
    unanswered: 'No answer',
    withdrawn: 'Withdrawn',
    lapsed: 'Nobody agreed',
  },
  why: {
    'device.away': 'offline',
    'device.deaf': 'takes no orders',
    'device.unknown': 'it is gone',
    'order.under-way': 'such an order is under way',
    'linkage.loop': 'loop: told so a moment ago',
    'linkage.nobody': 'none there',
  },
  line: (what, because) => `${what}: ${because}`,
  back: 'Set back',
  cameras: 'Cameras called up',
  sees: 'Faces it',
  away: 'Offline',
  more: (n) => `${n} more`,
  fewer: 'Fewer',
  setBack: 'Set all back',
  setBackTitle: 'Set back what the linkages did?',
  setBackText: (n) =>
    `${n} ${n === 1 ? 'device goes' : 'devices go'} back to how they were: doors lock, elevators run. What is dangerous still needs a second person.`,
  setBackYes: 'Set back',
  cancel: 'Cancel',
  wasSetBack: (told, waiting, refused) =>
    `${told} told${waiting ? `, ${waiting} wait for a second person` : ''}${refused ? `, ${refused} could not be told` : ''}`,
  setBackBy: (who, when) => `set back by ${who}, ${when}`,
  ran: (name, n, cameras) =>
    `Linkage “${name}”: ${[n > 0 && plural(n, 'device'), cameras > 0 && `${plural(cameras, 'camera')} called up`].filter(Boolean).join(', ') || 'no device there'}`,
}
