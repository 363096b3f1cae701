import type { IpcRenderer } from 'electron'
import { type Ask, asks, type Shell, type Tell, type Tells, tells } from './channels.ts'

/** What the page gets: the channels of the map. Electron's own objects stay out of its reach. */
export function bridge(ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'off'>): Shell {
  return {
    ask: (name: Ask, ...args: unknown[]) => {
      if (!Object.hasOwn(asks, name)) return Promise.reject(new Error(`no such channel: ${name}`))
      return ipc.invoke(name, ...args)
    },
    on: <Name extends Tell>(name: Name, listener: Tells[Name]) => {
      if (!Object.hasOwn(tells, name)) throw new Error(`no such channel: ${name}`)
      const told = (_event: unknown, ...args: Parameters<Tells[Name]>) =>
        (listener as (...args: unknown[]) => void)(...args)
      ipc.on(name, told as never)
      return () => {
        ipc.off(name, told as never)
      }
    },
  }
}
