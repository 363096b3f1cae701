import type { DeviceKind } from '#models/kind.ts'
import { Mapping } from '#models/mapping/mapping.ts'
import { listConnectors, removeConnector, saveConnector } from '#shared/contract/connectors.ts'
import { refuse } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import { type Connector, connectorRemoved, connectorSet } from '#shared/world/connectors.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { refuseUnlessEverywhere } from '../everywhere.ts'
import type { ConnectorsAtWork } from './connectors-at-work.ts'

/** More than a community has of makers; each message is held against all of them. */
const MOST = 100

interface Deps {
  log: EventLog
  kinds: Registry<DeviceKind>
  atWork: ConnectorsAtWork
  root: string
}

export function connectorCalls({ log, kinds, atWork, root }: Deps): Served[] {
  return [
    answer(listConnectors, (_, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      return {
        connectors: [...log.told.connectors.values()].map(({ place: _, ...connector }) => ({
          ...connector,
          ...(atWork.tallies.get(connector.connector) ?? { messages: 0, readings: 0, refused: 0 }),
        })),
        strangers: [...atWork.strangers.values()].reverse(),
      }
    }),
    decide(saveConnector, (world, { connector, seen }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      const before = world.connectors.get(connector.connector)
      if (before?.changedAt !== seen)
        refuse('connector.changed', { by: before?.changedBy.name ?? before?.changedBy.id }, 'somebody was faster')
      if (!before && world.connectors.size >= MOST) refuse('connector.too-many', { most: MOST }, 'remove one first')
      check(connector, kinds)
      for (const other of world.connectors.values())
        if (
          other.connector !== connector.connector &&
          other.topic === connector.topic &&
          other.enabled &&
          connector.enabled
        )
          refuse('connector.pointless', { topic: other.topic }, `${other.name} takes all that comes on this topic`)
      return [connectorSet(root, connector)]
    }),
    decide(removeConnector, (world, { connector }, { duty }) => {
      refuseUnlessEverywhere(duty, root)
      if (!world.connectors.has(connector)) refuse('connector.unknown', { connector }, 'no such connector')
      return [connectorRemoved(root, { connector })]
    }),
  ]
}

function check(connector: Connector, kinds: Registry<DeviceKind>): void {
  const kind = kinds.get(connector.kind) ?? refuse('kind.unknown', { kind: connector.kind }, 'no such kind of device')
  if (connector.device === undefined && !connector.topic.split('/').includes('{device}'))
    refuse('connector.pointless', {}, 'it does not say which device a message is of')
  if (connector.fields.some(({ scale }) => scale === 0))
    refuse('connector.pointless', {}, 'nothing times zero says anything')
  if (new Set(connector.fields.map(({ metric }) => metric)).size < connector.fields.length)
    refuse('connector.pointless', {}, 'a metric twice')
  try {
    new Mapping(connector, kind)
  } catch (error) {
    refuse('connector.pointless', {}, (error as Error).message)
  }
}
