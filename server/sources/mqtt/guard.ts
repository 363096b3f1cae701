import type { Socket } from 'node:net'

/**
 * Watches the lengths that MQTT packets announce, and nothing else. The broker would buffer a packet of up to
 * 256 MB before it looks at it; this says so as soon as the header is there.
 */
export class PacketSizeGuard {
  private readonly most: number
  /** Bytes of the current packet still to come; 0: a header is due. */
  private left = 0
  /** The length so far and its next factor, while a header is read; factor 0: its first byte is due. */
  private length = 0
  private factor = 0

  constructor(most: number) {
    this.most = most
  }

  /** False: a packet is too large, or its length is not one. */
  accept(chunk: Uint8Array): boolean {
    let i = 0
    while (i < chunk.length) {
      if (this.left > 0) {
        const skip = Math.min(this.left, chunk.length - i)
        this.left -= skip
        i += skip
        continue
      }
      const byte = chunk[i++] as number
      if (this.factor === 0) {
        this.factor = 1
        this.length = 0
        continue
      }
      this.length += (byte & 0x7f) * this.factor
      if (this.length > this.most) return false
      if (byte & 0x80) {
        this.factor *= 128
        if (this.factor > 128 ** 3) return false
      } else {
        this.left = this.length
        this.factor = 0
      }
    }
    return true
  }
}

/** Lets `tooLarge` know before the broker has read what it would choke on. */
export function guardSocket(socket: Socket, most: number, tooLarge: () => void): void {
  const guard = new PacketSizeGuard(most)
  const push = socket.push.bind(socket)
  socket.push = (chunk: Uint8Array | null, encoding?: BufferEncoding) => {
    if (chunk !== null && !guard.accept(chunk)) {
      tooLarge()
      socket.destroy()
      return false
    }
    return push(chunk, encoding)
  }
}
