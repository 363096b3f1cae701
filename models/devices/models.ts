import type { Model } from '../shape/model.ts'
import aiCamera from './ai-camera/model.ts'
import airQuality from './air-quality/model.ts'
import ambulanceTerminal from './ambulance-terminal/model.ts'
import doorAccess from './door-access/model.ts'
import drone from './drone/model.ts'
import ebikeCharger from './ebike-charger/model.ts'
import ebikeElevatorDetector from './ebike-elevator-detector/model.ts'
import elderSmoke from './elder-smoke/model.ts'
import electricFire from './electric-fire/model.ts'
import electricityMeter from './electricity-meter/model.ts'
import elevator from './elevator/model.ts'
import fallingObjectCamera from './falling-object-camera/model.ts'
import fireDoor from './fire-door/model.ts'
import fireEngineTerminal from './fire-engine-terminal/model.ts'
import fireLaneCamera from './fire-lane-camera/model.ts'
import fireWaterTank from './fire-water-tank/model.ts'
import firefighterTerminal from './firefighter-terminal/model.ts'
import garbageBin from './garbage-bin/model.ts'
import gasDetector from './gas-detector/model.ts'
import gasMeter from './gas-meter/model.ts'
import gridWorkerTerminal from './grid-worker-terminal/model.ts'
import guardTerminal from './guard-terminal/model.ts'
import heatDetector from './heat-detector/model.ts'
import heatMeter from './heat-meter/model.ts'
import hvac from './hvac/model.ts'
import indoorHydrant from './indoor-hydrant/model.ts'
import manhole from './manhole/model.ts'
import manualCallPoint from './manual-call-point/model.ts'
import medicTerminal from './medic-terminal/model.ts'
import outdoorHydrant from './outdoor-hydrant/model.ts'
import patrolCartTerminal from './patrol-cart-terminal/model.ts'
import patrolPoint from './patrol-point/model.ts'
import perimeterBeam from './perimeter-beam/model.ts'
import policeCarTerminal from './police-car-terminal/model.ts'
import powerRoom from './power-room/model.ts'
import pumpRoom from './pump-room/model.ts'
import smokeDetector from './smoke-detector/model.ts'
import sosButton from './sos-button/model.ts'
import speaker from './speaker/model.ts'
import sprinklerPressure from './sprinkler-pressure/model.ts'
import streetLamp from './street-lamp/model.ts'
import vehicleBarrier from './vehicle-barrier/model.ts'
import vendingCabinet from './vending-cabinet/model.ts'
import waterLevel from './water-level/model.ts'
import waterMeter from './water-meter/model.ts'
import waterQuality from './water-quality/model.ts'
import wearable from './wearable/model.ts'
import weatherStation from './weather-station/model.ts'

/** How every kind of device looks. Apart from the kinds, so that a server need not carry the geometry. */
export const deviceModels: readonly Model[] = [
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
]
