/** Where every building lies, in a few numbers each, so that a hundred thousand weigh nothing. */
export class Extents {
  readonly lon = new Numbers()
  readonly lat = new Numbers()
  /** Half its size, in degrees. */
  readonly width = new Numbers()
  readonly height = new Numbers()
  /** NaN: unknown. */
  readonly ground = new Numbers()

  add(lon: number, lat: number, ring: readonly (readonly [number, number])[], ground: number | undefined): void {
    let [width, height] = [0, 0]
    for (const point of ring) {
      width = Math.max(width, Math.abs(point[0] - lon))
      height = Math.max(height, Math.abs(point[1] - lat))
    }
    this.lon.push(lon)
    this.lat.push(lat)
    this.width.push(width)
    this.height.push(height)
    this.ground.push(ground ?? Number.NaN)
  }

  get count(): number {
    return this.lon.count
  }

  corners(i: number): [number, number][] {
    const [lon, lat, width, height] = [this.lon.at(i), this.lat.at(i), this.width.at(i), this.height.at(i)]
    return [
      [lon - width, lat - height],
      [lon + width, lat - height],
      [lon + width, lat + height],
      [lon - width, lat + height],
    ]
  }
}

class Numbers {
  #values = new Float64Array(1024)
  count = 0

  push(value: number): void {
    if (this.count === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.count++] = value
  }

  at(i: number): number {
    return this.#values[i] ?? Number.NaN
  }

  /** The value below which this share of all lies; NaN counts for nothing. */
  percentile(share: number): number | undefined {
    const known = this.#values
      .subarray(0, this.count)
      .filter((value) => !Number.isNaN(value))
      .sort()
    return known[Math.min(known.length - 1, Math.floor(known.length * share))]
  }
}
