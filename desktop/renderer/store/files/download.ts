/** Hands a file over to whoever sits here. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The download has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A name that says when, and that every file system takes. */
export function fileName(what: string, when: string, format: string): string {
  return `${what.replace(/[\\/:*?"<>|\s]+/g, '-')}-${when.replace(' ', '-').replaceAll(':', '')}.${format}`
}
