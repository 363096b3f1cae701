/** Small drawings of one line width, so that tools look like one another. */
const PATHS = {
  home: 'M3 11 12 4l9 7M6 9.5V20h12V9.5',
  north: 'M12 3l5 17-5-4-5 4z',
  tilt: 'M3 17l9 4 9-4-9-4zM12 3v8m-3-3 3 3 3-3',
  back: 'M9 6 4 11l5 5M4 11h9a6 6 0 0 1 0 12',
  layers: 'M12 3l9 5-9 5-9-5zM3 12l9 5 9-5M3 16l9 5 9-5',
  measure: 'M3 16 16 3l5 5L8 21zM7 12l2 2m1-5 2 2m1-5 2 2',
  sky: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.4 1.4m11.2 11.2L19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  picture: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  bookmark: 'M6 3h12v18l-6-5-6 5z',
  cruise: 'M4 12a8 8 0 1 1 2.5 5.8M4 21v-4h4m4-9v4l3 2',
  quality: 'M4 20V10m5 10V4m5 16v-8m5 8V7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  leave: 'M14 4h6v16h-6M10 8l-4 4 4 4m-4-4h9',
} as const
export type IconName = keyof typeof PATHS

export function Icon({ name, turn = 0 }: { name: IconName; turn?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.25rem"
      height="1.25rem"
      aria-hidden="true"
      style={{ transform: `rotate(${turn}deg)` }}
    >
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
