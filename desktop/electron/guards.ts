import type { Session, WebContents } from 'electron'
import { isOurs } from './origin.ts'

/** A page stays where it is: no other address, no second window, no page inside the page. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    // The page may load itself anew.
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** No camera, place or device of this machine. Our own page may tell alarms from behind other windows, and that is all. */
export function guardSession(session: Session): void {
  const may = (contents: WebContents | null, permission: string) =>
    permission === 'notifications' && contents !== null && isOurs(contents.getURL())
  session.setPermissionRequestHandler((contents, permission, decide) => decide(may(contents, permission)))
  session.setPermissionCheckHandler(may)
  session.setDevicePermissionHandler(() => false)
}
