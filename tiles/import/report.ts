import { Groups } from './groups.ts'
import { type LeftOutReason, leftOutReasons, type RemarkReason, remarkReasons } from './reasons.ts'
import { printable, type Words } from './words.ts'

interface Note extends Words {
  code: string
}

export type Remark = [reason: RemarkReason, detail?: string]

/** What became of everything that a file holds. */
export class Report {
  readonly taken = { buildings: 0, grounds: 0, trees: 0, tilesets: 0, files: 0 }
  /** Buildings taken, though something had to be done to them. */
  remarked = 0
  readonly notes: Note[] = []
  readonly leftOut = new Groups(leftOutReasons)
  readonly remarks = new Groups(remarkReasons)
  readonly #passedOver = new Map<string, number>()
  /** Of objects that nobody knows yet whether they will be taken. */
  readonly #said = new Map<string, Remark[]>()

  leaveOut(object: string, reason: LeftOutReason, detail?: string): void {
    this.#said.delete(object)
    this.leftOut.add(reason, object, detail)
  }

  remark(object: string, reason: RemarkReason, detail?: string): void {
    const said = this.#said.get(object) ?? []
    this.#said.set(object, said)
    said.push(detail === undefined ? [reason] : [reason, detail])
  }

  /** What has been said of an object: it goes with it, and counts when the object has its place. */
  remarksOf(object: string): Remark[] {
    const said = this.#said.get(object) ?? []
    this.#said.delete(object)
    return said
  }

  takeBuilding(object: string, remarks: readonly Remark[]): void {
    this.taken.buildings++
    if (remarks.length > 0) this.remarked++
    for (const [reason, detail] of remarks) this.remarks.add(reason, object, detail)
  }

  /** Of the file as a whole. */
  note(code: string, words: Words): void {
    if (!this.notes.some((note) => note.code === code && note.en === words.en)) this.notes.push({ code, ...words })
  }

  /** Sound, but of a sort that has no place here: a bridge, a line. */
  passOver(type: string): void {
    const name = printable(type, 40) || '?'
    const known = this.#passedOver.has(name) || this.#passedOver.size < 200
    const counted = known ? name : '…'
    this.#passedOver.set(counted, (this.#passedOver.get(counted) ?? 0) + 1)
  }

  get notTaken(): Record<string, number> {
    return Object.fromEntries(this.#passedOver)
  }
}
