import { registry } from '#shared/registry.ts'
import type { DeviceKind } from '../kind.ts'
import aiCamera from './ai-camera/index.ts'
import airQuality from './air-quality/index.ts'
import ambulanceTerminal from './ambulance-terminal/index.ts'
import doorAccess from './door-access/index.ts'
import drone from './drone/index.ts'
import ebikeCharger from './ebike-charger/index.ts'
import ebikeElevatorDetector from './ebike-elevator-detector/index.ts'
import elderSmoke from './elder-smoke/index.ts'
import electricFire from './electric-fire/index.ts'
import electricityMeter from './electricity-meter/index.ts'
import elevator from './elevator/index.ts'
import fallingObjectCamera from './falling-object-camera/index.ts'
import fireDoor from './fire-door/index.ts'
import fireEngineTerminal from './fire-engine-terminal/index.ts'
import fireLaneCamera from './fire-lane-camera/index.ts'
import fireWaterTank from './fire-water-tank/index.ts'
import firefighterTerminal from './firefighter-terminal/index.ts'
import garbageBin from './garbage-bin/index.ts'
import gasDetector from './gas-detector/index.ts'
import gasMeter from './gas-meter/index.ts'
import gridWorkerTerminal from './grid-worker-terminal/index.ts'
import guardTerminal from './guard-terminal/index.ts'
import heatDetector from './heat-detector/index.ts'
import heatMeter from './heat-meter/index.ts'
import hvac from './hvac/index.ts'
import indoorHydrant from './indoor-hydrant/index.ts'
import manhole from './manhole/index.ts'
import manualCallPoint from './manual-call-point/index.ts'
import medicTerminal from './medic-terminal/index.ts'
import outdoorHydrant from './outdoor-hydrant/index.ts'
import patrolCartTerminal from './patrol-cart-terminal/index.ts'
import patrolPoint from './patrol-point/index.ts'
import perimeterBeam from './perimeter-beam/index.ts'
import policeCarTerminal from './police-car-terminal/index.ts'
import powerRoom from './power-room/index.ts'
import pumpRoom from './pump-room/index.ts'
import smokeDetector from './smoke-detector/index.ts'
import sosButton from './sos-button/index.ts'
import speaker from './speaker/index.ts'
import sprinklerPressure from './sprinkler-pressure/index.ts'
import streetLamp from './street-lamp/index.ts'
import vehicleBarrier from './vehicle-barrier/index.ts'
import vendingCabinet from './vending-cabinet/index.ts'
import waterLevel from './water-level/index.ts'
import waterMeter from './water-meter/index.ts'
import waterQuality from './water-quality/index.ts'
import wearable from './wearable/index.ts'
import weatherStation from './weather-station/index.ts'

/** Every kind of device: a folder beside this file and one line here. */
export const deviceKinds = registry<DeviceKind>('device kind', (kind) => kind.kind, [
  aiCamera,
  airQuality,
  ambulanceTerminal,
  doorAccess,
  drone,
  ebikeCharger,
  ebikeElevatorDetector,
  elderSmoke,
  electricFire,
  electricityMeter,
  elevator,
  fallingObjectCamera,
  fireDoor,
  fireEngineTerminal,
  fireLaneCamera,
  fireWaterTank,
  firefighterTerminal,
  garbageBin,
  gasDetector,
  gasMeter,
  gridWorkerTerminal,
  guardTerminal,
  heatDetector,
  heatMeter,
  hvac,
  indoorHydrant,
  manhole,
  manualCallPoint,
  medicTerminal,
  outdoorHydrant,
  patrolCartTerminal,
  patrolPoint,
  perimeterBeam,
  policeCarTerminal,
  powerRoom,
  pumpRoom,
  smokeDetector,
  sosButton,
  speaker,
  sprinklerPressure,
  streetLamp,
  vehicleBarrier,
  vendingCabinet,
  waterLevel,
  waterMeter,
  waterQuality,
  wearable,
  weatherStation,
])
