import { gunzipSync, gzipSync } from 'node:zlib'
import type { Page, Route } from 'playwright-core'
import type { FullState } from '#shared/contract/wire.ts'

/** What a proxy, a full disk or a broken transfer makes of a model. */
export async function garbage(route: Route): Promise<void> {
  await route.fulfill({ body: Buffer.from('neither glTF nor JSON'.repeat(40)), contentType: 'model/gltf-binary' })
}

export interface Deceit {
  /** Writes into the world that the server tells, before the page hears of it. */
  state?(state: { world: NonNullable<FullState['world']>; values: FullState['values'] }): void
  /** Calls by this name are refused. */
  refuse?: string
}

/** Stands between a page and its server, for what a server would never say. */
export async function deceive(page: Page, { state, refuse }: Deceit): Promise<void> {
  await page.routeWebSocket(/\/live/, (screen) => {
    const server = screen.connectToServer()
    server.onMessage((message) => {
      // The one message that is bytes: a whole state.
      if (typeof message === 'string' || !state) return screen.send(message)
      const told = JSON.parse(gunzipSync(message).toString()) as FullState
      if (told.world) state({ world: told.world, values: told.values })
      screen.send(gzipSync(JSON.stringify(told), { level: 1 }))
    })
    screen.onMessage((message) => {
      const asked = typeof message === 'string' && refuse ? /^42(\d+)\["ask","([^"]+)"/.exec(message) : undefined
      if (asked?.[2] !== refuse || !asked) return server.send(message)
      screen.send(`43${asked[1]}${JSON.stringify([{ ok: false, error: { code: 'internal', message: 'refused' } }])}`)
    })
  })
}
