import proj4 from 'proj4'
import { refuse } from '../errors.ts'
import { type LonLat, radians } from './geodesy.ts'

/**
 * A coordinate system by its EPSG code. Everything is defined here: nothing is looked up in a network.
 *
 * CGCS2000, ETRS89 and WGS 84 are taken for one. Since the epochs they are tied to, the plates have moved by less
 * than a metre, and no file says which day it means. The Dutch grid is good to some decimetres.
 */
export interface System {
  epsg: number
  name: string
  /** Always first the coordinate to the east (longitude, easting), then the one to the north. */
  toLonLat(x: number, y: number): LonLat
  fromLonLat(lon: number, lat: number): [x: number, y: number]
  /**
   * What the EPSG register lists first. Files that follow the register to the letter hold their coordinates in
   * this order; most GIS files, GeoJSON and CityJSON hold the easting first all the same.
   */
  registerOrder: 'north-east' | 'east-north'
}

interface Definition {
  name: string
  proj: string
  registerOrder: System['registerOrder']
  /** The central meridian of a transverse Mercator strip. */
  meridian?: number
}

const systems = new Map<number, System>()

/** Takes a code or any usual way to write one: 4547, `EPSG:4547`, a URN or an opengis.net address. */
export function fromEpsg(code: number | string): System {
  const epsg = typeof code === 'number' ? code : parseEpsg(code)
  const known = systems.get(epsg)
  if (known) return known
  const definition = define(epsg)
  if (!definition) {
    const reason = unusable(epsg)
    refuse(
      'input.invalid',
      { epsg, reason: reason ?? 'unknown' },
      `EPSG:${epsg} cannot be used: ${reason ?? 'unknown'}`,
    )
  }
  const made = make(epsg, definition)
  systems.set(epsg, made)
  return made
}

/** A compound code in parts (`...:crs,crs:EPSG::4547,crs:EPSG::5737`) counts by its first, horizontal part. */
export function parseEpsg(text: string): number {
  const written = text.trim()
  if (/^(urn:ogc:def:crs:OGC:[^:]*:|OGC:|https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/[^/]+\/)CRS84$/i.test(written))
    return 4326
  const found =
    /^(?:EPSG::?)?(\d{4,6})$/i.exec(written) ??
    /^urn:(?:x-)?ogc:def:crs(?:,crs)?:EPSG:(?:[^:,]*:)?(\d{4,6})(?:,crs:EPSG:[^:,]*:\d{4,6})?$/i.exec(written) ??
    /^https?:\/\/(?:www\.)?opengis\.net\/(?:def\/crs\/EPSG\/[^/]+\/|gml\/srs\/epsg\.xml#)(\d{4,6})\/?$/i.exec(written)
  return found?.[1] ? Number(found[1]) : refuse('input.invalid', { crs: text }, 'no EPSG code')
}

const strip = (meridian: number, falseEasting: number, more: string) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +x_0=${falseEasting} +y_0=0 ${more} +units=m +no_defs`

/** Chinese surveyors name the northing x and the easting y; the register lists them so, and most files do not. */
function gaussKrueger(name: string, meridian: number, zone?: number): Definition {
  const falseEasting = 500_000 + (zone ?? 0) * 1_000_000
  const full = zone === undefined ? `${name} CM ${meridian}E` : `${name} zone ${zone}`
  // CGCS2000 has the ellipsoid that is called GRS 80 elsewhere.
  return { name: full, proj: strip(meridian, falseEasting, '+k=1 +ellps=GRS80'), registerOrder: 'north-east', meridian }
}

function utm(name: string, zone: number, ellipsoid: string, south = false): Definition {
  return {
    name: `${name} / UTM zone ${zone}${south ? 'S' : 'N'}`,
    proj: `+proj=utm +zone=${zone} ${south ? '+south ' : ''}+ellps=${ellipsoid} +units=m +no_defs`,
    registerOrder: 'east-north',
    meridian: zone * 6 - 183,
  }
}

const inside = (code: number, first: number, last: number) => code >= first && code <= last

function define(epsg: number): Definition | undefined {
  const degrees = '+proj=longlat +ellps=WGS84 +no_defs'
  // The three-dimensional ones bring their heights along unchanged.
  if (epsg === 4326 || epsg === 4979) return { name: 'WGS 84', proj: degrees, registerOrder: 'north-east' }
  if (epsg === 4490 || epsg === 4480) return { name: 'CGCS2000', proj: degrees, registerOrder: 'north-east' }
  if (epsg === 3857) {
    const proj = '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs'
    return { name: 'WGS 84 / Pseudo-Mercator', proj, registerOrder: 'east-north' }
  }
  const six = 'CGCS2000 / Gauss-Krueger'
  const three = 'CGCS2000 / 3-degree Gauss-Krueger'
  if (inside(epsg, 4491, 4501)) return gaussKrueger(six, (epsg - 4478) * 6 - 3, epsg - 4478)
  if (inside(epsg, 4502, 4512)) return gaussKrueger(six, (epsg - 4489) * 6 - 3)
  if (inside(epsg, 4513, 4533)) return gaussKrueger(three, (epsg - 4488) * 3, epsg - 4488)
  if (inside(epsg, 4534, 4554)) return gaussKrueger(three, (epsg - 4509) * 3)
  if (inside(epsg, 32601, 32660)) return utm('WGS 84', epsg - 32600, 'WGS84')
  if (inside(epsg, 32701, 32760)) return utm('WGS 84', epsg - 32700, 'WGS84', true)
  if (inside(epsg, 25828, 25838)) return utm('ETRS89', epsg - 25800, 'GRS80')
  // Most public CityJSON files are Dutch: 7415 is 28992 with a height, which is kept as it stands.
  if (epsg === 28992 || epsg === 7415) {
    const shift = '+towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.8774,4.0725'
    const grid = '+lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000'
    const proj = `+proj=sterea ${grid} +ellps=bessel ${shift} +units=m +no_defs`
    return { name: 'Amersfoort / RD New', proj, registerOrder: 'east-north' }
  }
  return undefined
}

/** Codes that people do have files in, and why we do not pretend to read them. */
function unusable(epsg: number): string | undefined {
  const shift = 'its shift to CGCS2000 is not public and differs by region by tens of metres; convert the file first'
  const beijing = [4214, [2401, 2442], [21413, 21423], [21453, 21463]] as const
  const xian = [4610, [2327, 2390]] as const
  const has = (list: readonly (number | readonly [number, number])[]) =>
    list.some((one) => (typeof one === 'number' ? one === epsg : inside(epsg, ...one)))
  if (has(beijing)) return `Beijing 1954: ${shift}`
  if (has(xian)) return `Xian 1980: ${shift}`
  if (epsg === 4978 || epsg === 4479) return 'earth-centered coordinates are no map coordinates'
  return undefined
}

function make(epsg: number, { name, proj, registerOrder, meridian }: Definition): System {
  const converter = proj4(proj)
  const whatIsWrong = (details: Record<string, unknown>) =>
    refuse('input.invalid', { epsg, name, ...details }, `these coordinates do not belong to EPSG:${epsg} ${name}`)
  return {
    epsg,
    name,
    registerOrder,
    toLonLat(x, y) {
      const [lon, lat] = Number.isFinite(x) && Number.isFinite(y) ? converter.inverse([x, y]) : []
      // A forgotten or doubled zone number, or swapped axes, lands far from the strip: better refused than drawn.
      if (lon === undefined || lat === undefined || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
        return whatIsWrong({ x, y })
      if (meridian !== undefined && isFar(lon - meridian, lat)) return whatIsWrong({ x, y })
      return { lon, lat }
    },
    fromLonLat(lon, lat) {
      const usable = Math.abs(lon) <= 180 && Math.abs(lat) <= 90
      if (!usable || (meridian !== undefined && isFar(lon - meridian, lat))) return whatIsWrong({ lon, lat })
      const [x, y] = converter.forward([lon, lat])
      return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : whatIsWrong({ lon, lat })
    },
  }
}

/** More than 9 degrees of the equator's length from the central meridian: no strip reaches so far. */
function isFar(fromMeridian: number, lat: number): boolean {
  const turn = Math.abs(((fromMeridian + 540) % 360) - 180)
  return turn * Math.cos(radians(lat)) > 9 || turn > 90
}
