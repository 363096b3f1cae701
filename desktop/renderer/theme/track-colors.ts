/**
 * Of tracks in the scene, one for each letter: the curves of a dark room, bright over ground by night and, with their dark
 * rim, by day. In the panel the same are `--curve-1` and on.
 */
export const trackColors: readonly (readonly [r: number, g: number, b: number])[] = [
  [104, 159, 241],
  [225, 153, 35],
  [49, 219, 150],
  [208, 149, 190],
  [255, 233, 120],
  [184, 145, 255],
  [205, 233, 229],
  [219, 127, 93],
]
