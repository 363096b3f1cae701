import { expect, test } from 'vitest'
import type { Arrangement } from './arrangement.ts'
import { fromDockview, toDockview } from './dockview-form.ts'

const arrangement: Arrangement = {
  share: 1,
  parts: [
    { share: 0.25, panels: ['alarms', 'devices'], front: 'devices' },
    {
      share: 0.5,
      parts: [
        { share: 0.75, panels: ['scene'] },
        { share: 0.25, panels: ['trend'] },
      ],
    },
    { share: 0.25, panels: ['detail'] },
  ],
}
const room = { width: 1600, height: 800 }
const shown = () =>
  toDockview(
    arrangement,
    room,
    (id) => ({ id }),
    (ids) => ({ hideHeader: ids.includes('scene') }),
  )

test('an arrangement is the same after it was shown', () => {
  expect(fromDockview(shown())).toEqual(arrangement)
})

test('a row goes along the width, what is split in it along the height', () => {
  const { root, orientation } = shown().grid
  expect(orientation).toBe('HORIZONTAL')
  const [left, middle] = root.data as unknown as [{ size: number }, { size: number; data: { size: number }[] }]
  expect([left.size, middle.size]).toEqual([400, 800])
  expect(middle.data.map(({ size }) => size)).toEqual([600, 200])
})

test('a panel out of sight has its room when it comes again, from the largest beside it', () => {
  const json = shown()
  const [left, middle, card] = json.grid.root.data as { size: number; visible?: boolean }[]
  Object.assign(card as object, { visible: false })
  Object.assign(middle as object, { size: (middle as { size: number }).size + 400 })
  expect(left?.size).toBe(400)
  expect(fromDockview(json)).toEqual(arrangement)
})
