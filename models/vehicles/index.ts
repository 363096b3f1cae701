import type { Model } from '../shape/model.ts'
import ambulance from './ambulance.ts'
import car from './car.ts'
import eBike from './e-bike.ts'
import fireEngine from './fire-engine.ts'
import patrolCart from './patrol-cart.ts'
import policeCar from './police-car.ts'
import quadcopter from './quadcopter.ts'

/** What drives to an incident, and past it. */
export const vehicles: readonly Model[] = [car, policeCar, ambulance, fireEngine, patrolCart, eBike, quadcopter]
