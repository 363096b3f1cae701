import WebSocket from 'ws'
import { PROTOCOL_VERSION } from '#shared/contract/wire.ts'

/** Many screens in one process, each a bare socket: the same client for us and for the peer, so that only servers differ. */
export class Screens {
  readonly delays: number[] = []
  frames = 0
  bytes = 0
  private readonly sockets: WebSocket[] = []

  /** Screens of the center: they sign on, say hello and follow. */
  async follow(url: string, token: string, count: number): Promise<void> {
    await this.open(`${url}/live/?EIO=4&transport=websocket`, count, (socket, text, joined) => {
      if (text === '2') socket.send('3')
      else if (text.startsWith('0{')) socket.send(`40${JSON.stringify({ token, protocol: PROTOCOL_VERSION })}`)
      else if (text.startsWith('42["welcome"')) socket.send('42["hello",{}]')
      else if (text.startsWith('42["frame"')) {
        joined()
        this.take(text)
      }
    })
  }

  /** Screens of the peer, which sends the frames as they are. */
  async listen(url: string, count: number): Promise<void> {
    await this.open(url, count, (_, text, joined) => {
      joined()
      this.take(text)
    })
  }

  private async open(url: string, count: number, heard: (socket: WebSocket, text: string, joined: () => void) => void) {
    for (let i = 0; i < count; i += 50)
      await Promise.all(
        Array.from({ length: Math.min(50, count - i) }, () => {
          const socket = new WebSocket(url, { perMessageDeflate: false })
          this.sockets.push(socket)
          return new Promise<void>((resolve, reject) => {
            socket.on('error', reject)
            socket.on('message', (data, binary) => binary || heard(socket, data.toString(), resolve))
          })
        }),
      )
  }

  private take(text: string): void {
    this.frames++
    this.bytes += text.length
    // The stamp is found without parsing the frame: five hundred screens share this one process.
    const at = /"at":(\d{13})(?=[,}])/.exec(text)?.[1]
    if (at) this.delays.push(Date.now() - Number(at))
  }

  reset(): void {
    this.delays.length = 0
    this.frames = 0
    this.bytes = 0
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate()
  }
}
