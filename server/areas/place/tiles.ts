import { randomBytes } from 'node:crypto'
import { readTilesIndex, type TilesIndex } from '#tiles/cim/tiles-index.ts'

/** The 3D tiles of the site: which build counts now, and under which address it is read. */
export class SiteTiles {
  /**
   * Scenes fetch hundreds of tiles without headers of their own, so that browsers may keep them: who was told this
   * address by `place:tiles` may read.
   */
  key = randomBytes(18).toString('base64url')
  /** A build is under way: there will be newer ones soon. */
  building = false
  readonly folder: string | undefined

  constructor(folder: string | undefined) {
    this.folder = folder
  }

  async index(): Promise<TilesIndex | undefined> {
    return this.folder === undefined ? undefined : readTilesIndex(this.folder)
  }

  get address(): string {
    return `/place/${this.key}`
  }
}
