import type { Model } from '../shape/model.ts'
import bench from './bench.ts'
import bin from './bin.ts'
import bollard from './bollard.ts'
import busStop from './bus-stop.ts'
import chargingShed from './charging-shed.ts'
import fireCabinet from './fire-cabinet.ts'
import gardenLamp from './garden-lamp.ts'
import gateBarrier from './gate-barrier.ts'
import hydrant from './hydrant.ts'
import parcelLockers from './parcel-lockers.ts'

/** What stands along the ways. */
export const furniture: readonly Model[] = [
  bench,
  gardenLamp,
  hydrant,
  bin,
  bollard,
  gateBarrier,
  busStop,
  fireCabinet,
  parcelLockers,
  chargingShed,
]
