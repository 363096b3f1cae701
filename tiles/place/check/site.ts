import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { deviceKinds } from '#models/devices/index.ts'
import { models } from '#models/models.ts'
import { AnkanError } from '#shared/errors.ts'
import { interiorFile, readInterior } from '../../cim/interiors.ts'
import { entriesOf, isThere, partOf } from './entries.ts'
import { Findings } from './findings.ts'
import { Footprints } from './footprints.ts'
import { checkInterior } from './interior.ts'
import { Places } from './places.ts'
import { checkRoads } from './roads.ts'
import { checkTiles, checkTileset } from './tiles.ts'
import { checkWays } from './ways.ts'

export interface Checked {
  findings: Findings
  counts: { buildings: number; interiors: number; devices: number; households: number }
}

/** Reads all of a site folder and holds everything against everything else. */
export async function checkSite(folder: string, step: (file: string, done: number) => void): Promise<Checked> {
  const findings = new Findings()
  const counts = { buildings: 0, interiors: 0, devices: 0, households: 0 }
  for (const name of ['community.json', 'buildings.json'] as const)
    if (!(await isThere(join(folder, name)))) findings.mistake(name, 'file.missing')
  const community = await partOf(folder, 'community.json', findings)
  if (!community) return { findings, counts }
  const places = new Places(community, findings)
  places.checkPosition('community.json', community.center)
  for await (const grid of entriesOf(folder, 'grids.json', findings)) places.addGrid(grid)
  const footprints = new Footprints(findings)
  for await (const building of entriesOf(folder, 'buildings.json', findings)) {
    places.addBuilding(building)
    footprints.add(building)
    if (++counts.buildings % 1000 === 0) step('buildings.json', counts.buildings)
  }
  if (counts.buildings === 0) findings.remark('buildings.json', 'buildings.none')
  await checkInteriors(folder, places, findings, () => step('interiors', ++counts.interiors))
  await checkThings(folder, places, findings)
  const ids = new Set<string>()
  for await (const { device, kind, place, position } of entriesOf(folder, 'devices.json', findings)) {
    if (ids.has(device)) findings.mistake(device, 'id.duplicate')
    ids.add(device)
    if (!deviceKinds.has(kind)) findings.mistake(device, 'kind.unknown', kind)
    places.check(device, place)
    places.checkPosition(device, position)
    counts.devices++
  }
  for await (const { home } of entriesOf(folder, 'households.json', findings)) {
    checkHome(home, places, findings)
    if (++counts.households % 1000 === 0) step('households.json', counts.households)
  }
  const roads = await partOf(folder, 'roads.json', findings)
  if (roads) checkRoads(roads, findings)
  await partOf(folder, 'surroundings.json', findings)
  for await (const { file } of entriesOf(folder, 'tilesets.json', findings)) await checkTileset(folder, file, findings)
  // A graph of what is broken would only say the same again.
  if (findings.wrong.count === 0 && counts.interiors > 0) await checkWays(folder, findings)
  await checkTiles(folder, findings)
  for (const name of await readdir(folder)) if (name.startsWith('.incoming-')) findings.remark(name, 'import.abandoned')
  return { findings, counts }
}

async function checkInteriors(folder: string, places: Places, findings: Findings, step: () => void): Promise<void> {
  const files = await readdir(join(folder, 'interiors')).catch(() => [])
  const owners = new Map([...places.buildings.keys()].map((place) => [interiorFile(place), place]))
  for (const name of files.filter((file) => file.endsWith('.json'))) {
    const place = owners.get(`interiors/${name}`)
    const building = place === undefined ? undefined : places.buildings.get(place)
    if (place === undefined || !building) {
      findings.mistake(`interiors/${name}`, 'interior.orphan')
      continue
    }
    step()
    try {
      const interior = await readInterior(folder, place)
      if (interior) checkInterior(place, interior, building, findings)
    } catch (error) {
      if (!(error instanceof AnkanError)) throw error
      findings.mistake(`interiors/${name}`, 'entry.schema', error.message)
    }
  }
}

/** What stands about, and what only has to be as the model wants it. */
async function checkThings(folder: string, places: Places, findings: Findings): Promise<void> {
  const ids = new Set<string>()
  const once = (id: string) => {
    if (ids.has(id)) findings.mistake(id, 'id.duplicate')
    ids.add(id)
  }
  for await (const { id, kind, place, position } of entriesOf(folder, 'facilities.json', findings)) {
    once(id)
    if (!models.has(kind)) findings.mistake(id, 'kind.unknown', kind)
    places.check(id, place)
    places.checkPosition(id, position)
    places.checkHeight(id, place, position.height)
  }
  for await (const { id, at } of entriesOf(folder, 'gates.json', findings)) {
    once(id)
    places.checkPosition(id, { lon: at[0], lat: at[1], height: 0 })
  }
  for (const name of ['grounds.json', 'trees.json', 'walls.json'] as const)
    for await (const _ of entriesOf(folder, name, findings));
}

function checkHome(home: string, places: Places, findings: Findings): void {
  const [community, grid, building] = home.split('/')
  const known = places.buildings.get(`${community}/${grid}/${building}`)
  if (known?.rooms && !known.rooms.has(home)) findings.mistake(home, 'home.unknown')
  else places.check(home, home)
}
