import { refuse } from '#shared/errors.ts'
import { EVERYWHERE } from '#shared/place/path.ts'

/** For what holds for the whole community: whoever is on duty at a part of it may not decide on it. */
export function refuseUnlessEverywhere(duty: string, root: string): void {
  if (duty !== EVERYWHERE && duty !== root) refuse('access.denied', {}, 'for whoever is on duty everywhere')
}
