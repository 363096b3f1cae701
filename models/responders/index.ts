import type { Model } from '../shape/model.ts'
import firefighter from './firefighter.ts'
import gridWorker from './grid-worker.ts'
import guard from './guard.ts'
import medic from './medic.ts'
import police from './police.ts'
import volunteer from './volunteer.ts'

/** The people who help: upright, calm, told apart by their dress. */
export const responders: readonly Model[] = [firefighter, police, medic, gridWorker, guard, volunteer]
