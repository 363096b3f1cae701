import { crc32, deflateSync } from 'node:zlib'

/** Red, green and blue a pixel, rows from the top. */
export interface Picture {
  size: number
  rgb: Uint8Array
}

export function picture(size: number): Picture {
  return { size, rgb: new Uint8Array(size * size * 3) }
}

/** The same picture with half as many pixels along and down. */
export function halved({ size, rgb }: Picture): Picture {
  const half = picture(size / 2)
  const stride = size * 3
  for (let y = 0; y < half.size; y++)
    for (let x = 0; x < half.size * 3; x++) {
      const at = 2 * y * stride + (x - (x % 3)) * 2 + (x % 3)
      const sum = [at, at + 3, at + stride, at + stride + 3].reduce((all, i) => all + (rgb[i] as number), 0)
      half.rgb[y * half.size * 3 + x] = Math.round(sum / 4)
    }
  return half
}

/** A PNG of true colour. Each row is written as its difference to the one above: drawn walls repeat downwards. */
export function toPng({ size, rgb }: Picture): Uint8Array {
  const stride = size * 3
  const raw = new Uint8Array(size * (stride + 1))
  for (let y = 0; y < size; y++) {
    raw[y * (stride + 1)] = 2
    for (let x = 0; x < stride; x++) {
      const above = y > 0 ? (rgb[(y - 1) * stride + x] as number) : 0
      raw[y * (stride + 1) + 1 + x] = (rgb[y * stride + x] as number) - above
    }
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, size)
  view.setUint32(4, size)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(raw, { level: 9 })), chunk('IEND')]
  return Buffer.concat(parts)
}

function chunk(type: string, data = new Uint8Array(0)): Uint8Array {
  const out = new Uint8Array(12 + data.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, data.length)
  out.set(new TextEncoder().encode(type), 4)
  out.set(data, 8)
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)))
  return out
}
