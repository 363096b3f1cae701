/** Times what the page does in its frames: whatever asks for a frame of animation from now on is measured. */
export class Stopwatch {
  took: number[] = []

  constructor() {
    const ask = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (done) =>
      ask((now) => {
        const before = performance.now()
        done(now)
        this.took.push(performance.now() - before)
      })
  }
}
