import type { Words } from '../words.ts'

/** Which systems have coordinates such as these: what to try when a file says nothing. */
export function likelySystems([x, y]: readonly [number, number]): Words | undefined {
  const [a, b] = [Math.abs(x), Math.abs(y)]
  const found = [
    ofDegrees(a, b),
    ofZone(a, b) ?? ofZone(b, a),
    ofMercator(a, b) ?? ofMercator(b, a),
    ofMeridian(a, b) ?? ofMeridian(b, a),
    ofDutch(a, b),
  ]
  // A strip in the far west has the numbers that the east has in web mercator: then both are told.
  const likely = found.filter((one) => one !== undefined)
  if (likely.length === 0) return undefined
  return { zh: likely.map(({ zh }) => zh).join('；'), en: likely.map(({ en }) => en).join('; or ') }
}

function ofDegrees(a: number, b: number): Words | undefined {
  if (Math.max(a, b) > 180 || Math.min(a, b) > 90) return undefined
  return { zh: '像是经纬度，请试 --epsg 4490', en: 'they look like degrees: try --epsg 4490' }
}

const isNorthing = (value: number) => value > 300_000 && value < 6_500_000

/** Chinese surveyors write the number of the zone before the easting. */
function ofZone(easting: number, northing: number): Words | undefined {
  const zone = Math.floor(easting / 1_000_000)
  const within = easting - zone * 1_000_000
  if (!isNorthing(northing) || within < 50_000 || within > 950_000) return undefined
  const [width, epsg] = zone >= 25 && zone <= 45 ? [3, 4488 + zone] : zone >= 13 && zone <= 23 ? [6, 4478 + zone] : []
  if (!epsg) return undefined
  return {
    zh: `像是 CGCS2000 ${width} 度带第 ${zone} 带，请试 --epsg ${epsg}`,
    en: `they look like CGCS2000 ${width}-degree zone ${zone}: try --epsg ${epsg}`,
  }
}

function ofMeridian(easting: number, northing: number): Words | undefined {
  if (easting < 50_000 || easting > 950_000 || northing < 1_000_000 || northing > 6_500_000) return undefined
  return {
    zh: '像是不带带号的高斯或 UTM 坐标，请按中央子午线试 --epsg 4534-4554（CGCS2000 3 度带，如 114°E 为 4547）、4502-4512（6 度带）或 32643-32653（UTM）',
    en: 'they look like a strip without zone number: by its central meridian try --epsg 4534-4554 (CGCS2000 3-degree, 114E is 4547), 4502-4512 (6-degree) or 32643-32653 (UTM)',
  }
}

function ofMercator(x: number, y: number): Words | undefined {
  if (x < 8_000_000 || x > 15_100_000 || y < 300_000 || y > 7_200_000) return undefined
  return { zh: '像是网络墨卡托坐标，请试 --epsg 3857', en: 'they look like web mercator: try --epsg 3857' }
}

/** Most public CityJSON files are. */
function ofDutch(x: number, y: number): Words | undefined {
  if (x < 10_000 || x > 290_000 || y < 300_000 || y > 630_000) return undefined
  return { zh: '像是荷兰坐标，请试 --epsg 28992', en: 'they look Dutch: try --epsg 28992' }
}
