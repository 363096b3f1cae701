import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PacketSizeGuard } from './guard.ts'

/** An MQTT packet whose header announces `length`. */
function packet(length: number, content = length): Buffer {
  const header = [0x30]
  let left = length
  do {
    header.push((left & 0x7f) | (left > 127 ? 0x80 : 0))
    left = Math.floor(left / 128)
  } while (left > 0)
  return Buffer.concat([Buffer.from(header), Buffer.alloc(content, 0xff)])
}

test('packets of any allowed length pass, however the network cuts them', () => {
  const lengths = fc.array(fc.oneof(fc.nat(300), fc.constantFrom(0, 127, 128, 16_383, 16_384, 65_536)), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(lengths, fc.array(fc.integer({ min: 1, max: 40_000 })), (sizes, cuts) => {
      const guard = new PacketSizeGuard(65_536)
      const bytes = Buffer.concat(sizes.map((size) => packet(size)))
      let at = 0
      for (const cut of cuts) {
        expect(guard.accept(bytes.subarray(at, at + cut))).toBe(true)
        at = Math.min(bytes.length, at + cut)
      }
      expect(guard.accept(bytes.subarray(at))).toBe(true)
      expect(guard.accept(packet(65_537, 0))).toBe(false)
    }),
    { numRuns: 300, seed: 5 },
  )
})

test('a length is refused as soon as it is known, and one that does not end too', () => {
  expect(new PacketSizeGuard(65_536).accept(packet(65_537, 0))).toBe(false)
  expect(new PacketSizeGuard(65_536).accept(packet(268_435_455, 0))).toBe(false)
  const guard = new PacketSizeGuard(Number.MAX_SAFE_INTEGER)
  expect([0x30, 0xff, 0xff, 0xff].map((byte) => guard.accept(Buffer.from([byte])))).toEqual([true, true, true, true])
  expect(guard.accept(Buffer.from([0xff]))).toBe(false)
})
