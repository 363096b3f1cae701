import type { Page } from 'playwright-core'

export type Color = [number, number, number]

export interface Seen {
  width: number
  height: number
  /** Mean brightness, 0 to 255. */
  mean: number
  /** How much it differs from place to place: a blank picture has none. */
  spread: number
  /** Share of pixels that are warm and far brighter than the rest: lit windows, not bricks in the sun. */
  warm: number
}

/** What a part of the page looks like. */
export async function look(page: Page, selector: string): Promise<Seen> {
  const png = await page.locator(selector).screenshot()
  return page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]))
    const { width, height } = bitmap
    const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(bitmap, 0, 0)
    const { data: p } = context.getImageData(0, 0, width, height)
    let [sum, squares, warm] = [0, 0, 0]
    const bright = new Uint32Array(256)
    for (let i = 0; i < p.length; i += 4) {
      const [r, g, b] = [p[i] as number, p[i + 1] as number, p[i + 2] as number]
      const light = 0.3 * r + 0.59 * g + 0.11 * b
      sum += light
      squares += light * light
      if (r > 120 && r > g + 12 && g > b + 25) bright[Math.floor(light)] = (bright[Math.floor(light)] as number) + 1
    }
    const count = width * height
    const mean = sum / count
    for (let light = Math.ceil(mean * 1.6); light < 256; light++) warm += bright[light] as number
    return { width, height, mean, spread: Math.sqrt(squares / count - mean * mean), warm: warm / count }
  }, png.toString('base64'))
}

/** How much it differs from place to place without marks and names, which are there whatever is missing of the place. */
export async function plainLook(page: Page, selector: string): Promise<number> {
  const style = await page.addStyleTag({ content: '.scene-overlay { visibility: hidden }' })
  const { spread } = await look(page, selector)
  await style.evaluate((element) => (element as Element).remove())
  return spread
}

/** The middle of where a colour fills a few pixels together, in the part's own pixels; undefined: nowhere. */
export async function spotOf(
  page: Page,
  selector: string,
  color: Color,
): Promise<{ x: number; y: number } | undefined> {
  const png = await page.locator(selector).screenshot()
  return page.evaluate(
    async ([data, [r, g, b]]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data as string), (c) => c.charCodeAt(0))]))
      const { width, height } = bitmap
      const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(bitmap, 0, 0)
      const { data: p } = context.getImageData(0, 0, width, height)
      const is = new Uint8Array(width * height)
      for (let i = 0; i < is.length; i++) {
        const away = Math.abs((p[4 * i] as number) - r) + Math.abs((p[4 * i + 1] as number) - g)
        is[i] = away + Math.abs((p[4 * i + 2] as number) - b) < 24 ? 1 : 0
      }
      let [x, y, count] = [0, 0, 0]
      for (let row = 2; row < height - 2; row++)
        for (let column = 2; column < width - 2; column++) {
          let all = true
          for (let dy = -2; all && dy <= 2; dy++)
            for (let dx = -2; all && dx <= 2; dx++) all = is[(row + dy) * width + column + dx] === 1
          if (!all) continue
          x += column
          y += row
          count++
        }
      return count === 0 ? undefined : { x: x / count, y: y / count }
    },
    [png.toString('base64'), color] as const,
  )
}
