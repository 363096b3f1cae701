import { Zip, ZipPassThrough } from 'fflate'

/** A zip file as it comes to be: each part is handed over whole, and taken away before the next. */
export class ZipFile {
  private readonly zip: Zip
  private made: Uint8Array[] = []

  constructor() {
    this.zip = new Zip((error, bytes) => {
      if (error) throw error
      if (bytes.length > 0) this.made.push(bytes)
    })
  }

  /** The bytes that it takes in the file. What is in it is packed already. */
  add(name: string, content: Uint8Array): Uint8Array[] {
    const part = new ZipPassThrough(name)
    this.zip.add(part)
    part.push(content, true)
    return this.taken()
  }

  end(): Uint8Array[] {
    this.zip.end()
    return this.taken()
  }

  private taken(): Uint8Array[] {
    const { made } = this
    this.made = []
    return made
  }
}
