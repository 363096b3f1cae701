/** What stands below a picture of the scene. */
export interface Caption {
  /** Community, and where it comes from. */
  title: string
  /** Which moment it shows, and whether that is now. */
  moment: string
  /** Who took it, when. */
  taken: string
  /** Alarms by grade, the gravest first, with their colours. */
  grades: readonly { name: string; many: number; color: string }[]
  font: string
}

/** A share of the width, so that it reads the same on every size. */
const LETTERS = 1 / 90

const lettersOf = (width: number) => Math.max(11, Math.round(width * LETTERS))

/** As high as the strip is below a picture of a width. */
export function stripOf(width: number): number {
  return lettersOf(width) * 4
}

/** The picture with a strip below it that says what it shows: a report is read without us. Laid on a canvas that is there, or on a new one. */
export function captioned(
  picture: HTMLCanvasElement,
  caption: Caption,
  whole: HTMLCanvasElement = document.createElement('canvas'),
): HTMLCanvasElement {
  const size = lettersOf(picture.width)
  whole.width = picture.width
  whole.height = picture.height + stripOf(picture.width)
  const pen = whole.getContext('2d')
  if (!pen) return picture
  pen.fillStyle = '#14181f'
  pen.fillRect(0, 0, whole.width, whole.height)
  pen.drawImage(picture, 0, 0)
  const [left, right] = [size, whole.width - size]
  const [first, second] = [picture.height + size * 1.3, picture.height + size * 2.8]
  const write = (text: string, x: number, y: number, color: string, bold = false) => {
    pen.font = `${bold ? '600 ' : ''}${size}px ${caption.font}`
    pen.fillStyle = color
    pen.fillText(text, x, y)
    return pen.measureText(text).width
  }
  pen.textBaseline = 'middle'
  write(caption.title, left, first, '#ffffff', true)
  write(caption.moment, left, second, '#ffffff')
  pen.textAlign = 'right'
  write(caption.taken, right, first, '#aeb6c2')
  let x = right
  for (const { name, many, color } of caption.grades.toReversed()) {
    x -= write(`${name} ${many}`, x, second, '#ffffff') + size * 0.5
    pen.fillStyle = color
    pen.fillRect(x - size * 0.8, second - size * 0.4, size * 0.8, size * 0.8)
    x -= size * 1.8
  }
  return whole
}
