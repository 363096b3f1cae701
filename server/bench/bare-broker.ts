import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { Aedes } from 'aedes'

/** The peer of the ingest bench: the same broker with nothing behind it, acknowledging what it has not kept. */
const broker = new Aedes({ maxClientsIdLength: 100 })
await broker.listen()
const server = createServer(broker.handle)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
