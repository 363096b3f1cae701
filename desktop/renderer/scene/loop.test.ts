import { beforeEach, expect, test } from 'vitest'
import { FrameLoop, type PictureWish } from './loop.ts'

/** A screen of 60 pictures a second, and time that goes by only here. */
class Screen {
  now = 0
  asked = 0
  private readonly due: { at: number; then: (now: number) => void }[] = []

  readonly clock = {
    frame: (then: (now: number) => void) => {
      this.asked++
      return this.later(Math.floor(this.now / 16) * 16 + 16, then)
    },
    wait: (ms: number, then: () => void) => this.later(this.now + ms, then),
  }

  private later(at: number, then: (now: number) => void): () => void {
    const one = { at, then }
    this.due.push(one)
    return () => {
      const i = this.due.indexOf(one)
      if (i >= 0) this.due.splice(i, 1)
    }
  }

  run(until: number): void {
    for (;;) {
      this.due.sort((a, b) => a.at - b.at)
      const next = this.due[0]
      if (!next || next.at > until) break
      this.due.shift()
      this.now = next.at
      next.then(next.at)
    }
    this.now = until
  }
}

let screen: Screen
let drawn: PictureWish[]
let marks: number
let failures: unknown[]
let world: { moving: boolean; whole: boolean; gliding: number; pulsing: number }
let loop: FrameLoop

beforeEach(() => {
  screen = new Screen()
  drawn = []
  marks = 0
  failures = []
  world = { moving: false, whole: true, gliding: 0, pulsing: 0 }
  loop = new FrameLoop(
    {
      step: () => world.moving,
      isWhole: () => world.whole,
      draw: (_, wish) => drawn.push(wish),
      drawMarks: () => marks++,
      glidingUntil: () => world.gliding,
      pulsingUntil: () => world.pulsing,
      calmMs: () => 250,
      weigh() {},
      failed: (error) => failures.push(error),
    },
    screen.clock,
  )
  loop.wake()
  screen.run(2000)
  drawn = []
  screen.asked = 0
})

test('where nothing changes nothing is drawn, and nothing runs', () => {
  screen.run(60_000)
  expect([drawn.length, screen.asked]).toEqual([0, 0])
  loop.wake()
  screen.run(61_000)
  expect(drawn).toEqual([{ moving: false, changed: true, told: true, running: false }])
})

test('where only marks change they alone are drawn, over the picture as it is', () => {
  loop.mark()
  loop.mark()
  screen.run(60_000)
  expect([drawn.length, marks, screen.asked]).toEqual([0, 1, 1])
  // With a picture that is due anyhow they are drawn along.
  world.gliding = screen.now + 100
  loop.mark()
  screen.run(61_000)
  expect(drawn[0]).toMatchObject({ told: true })
  expect(marks).toBe(1)
})

test('what moves is drawn as often as the screen shows it', () => {
  world.moving = true
  loop.request()
  screen.run(3000)
  expect(drawn.length).toBeGreaterThanOrEqual(60)
  expect(drawn.slice(1).every(({ running }) => running)).toBe(true)
})

test('what only glides is drawn now and then, and once more where it comes to stand', () => {
  world.gliding = screen.now + 1000
  loop.request()
  screen.run(10_000)
  expect(drawn.length).toBeGreaterThanOrEqual(4)
  expect(drawn.length).toBeLessThanOrEqual(6)
  expect(screen.asked).toBeLessThanOrEqual(12)
})

test('while tiles come in it goes on, and rests when they are there', () => {
  world.whole = false
  loop.wake()
  screen.run(3000)
  expect(drawn.length).toBeGreaterThan(50)
  world.whole = true
  screen.run(4000)
  drawn = []
  screen.asked = 0
  screen.run(20_000)
  expect([drawn.length, screen.asked]).toEqual([0, 0])
})

test('a pulse draws marks alone', () => {
  world.pulsing = screen.now + 500
  loop.request()
  screen.run(4000)
  expect(marks).toBeGreaterThan(20)
  expect(drawn).toEqual([])
})

test('closed, nothing wakes it', () => {
  loop.wake()
  loop.close()
  loop.wake()
  screen.run(5000)
  expect(drawn).toEqual([])
})

test('what throws is told once, and nothing is drawn after it', () => {
  loop.wake()
  screen.run(1000)
  const before = drawn.length
  const fault = new Error('no geometry')
  Object.defineProperty(world, 'moving', {
    get() {
      throw fault
    },
  })
  loop.wake()
  loop.wake()
  screen.run(3000)
  loop.wake()
  screen.run(5000)
  expect(failures).toEqual([fault])
  expect(drawn).toHaveLength(before)
})
