import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Ask, Asks, Tell, Tells } from './channels.ts'
import { isOurs } from './origin.ts'

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'>

/** Only the page itself: not a frame inside it, not a page that was led elsewhere, not one that is gone. */
export function isOurPage({ senderFrame }: Sender): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}

/** Answers one channel of the map, for our own page alone. */
export function handle<Name extends Ask>(
  ipc: Pick<IpcMain, 'handle'>,
  name: Name,
  answer: (page: WebContents, ...args: Parameters<Asks[Name]>) => ReturnType<Asks[Name]>,
): void {
  ipc.handle(name, (event, ...args) => {
    if (!isOurPage(event))
      throw new Error(`${name} is not answered to ${event.senderFrame?.url ?? 'a page that is gone'}`)
    return answer(event.sender, ...(args as Parameters<Asks[Name]>))
  })
}

export function tell<Name extends Tell>(page: WebContents, name: Name, ...args: Parameters<Tells[Name]>): void {
  page.send(name, ...args)
}
