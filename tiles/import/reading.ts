import type { Work } from './importer.ts'
import { bytesOf } from './source.ts'

const READING = { zh: '读取', en: 'reading' }

/** The bytes of the file at work; progress is told on the way. Read once more, a file says nothing new of itself. */
export function bytesOfWork({ source, signal, progress, report }: Work, again = false): AsyncGenerator<Buffer> {
  if (source.kind !== 'file') throw new Error(`${source.name} is no file`)
  const { size: total } = source
  return bytesOf(source.path, {
    signal,
    read: (done) => progress({ phase: READING, done, total, unit: 'bytes' }),
    cut: () => again || report.leaveOut(source.name, 'file.cut'),
  })
}
