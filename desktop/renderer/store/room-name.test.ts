import { expect, test } from 'vitest'
import { en } from '../i18n/en.ts'
import { zh } from '../i18n/zh.ts'
import { roomName } from './room-name.ts'

test('who reads the language of a name is told the name', () => {
  expect(roomName({ id: 'elevator-2', name: '2号电梯（消防）', use: 'elevator' }, zh)).toBe('2号电梯（消防）')
  expect(roomName({ id: 'elevator-2', name: 'Lift B', use: 'elevator' }, en)).toBe('Lift B')
})

test('to others a room is told by its use, and its own name stays', () => {
  expect(roomName({ id: 'elevator-2', name: '2号电梯（消防）', use: 'elevator' }, en)).toBe('Elevator 2')
  expect(roomName({ id: 'corridor', name: '走道', use: 'corridor' }, en)).toBe('Corridor')
  expect(roomName({ id: 'pump-room', name: '消防水泵房', use: 'machine' }, en)).toBe('Plant room 消防水泵房')
  expect(roomName({ id: 'tea', name: '茶室', use: 'hall' }, en)).toBe('茶室')
  expect(roomName({ id: 'lift-b', name: 'Lift B', use: 'elevator' }, zh)).toBe('电梯')
})

test('numbers are read by everybody', () => {
  for (const t of [zh, en]) expect(roomName({ id: 'home-01', name: '1203', use: 'home' }, t)).toBe('1203')
})
