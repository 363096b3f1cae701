/** A loudspeaker, with its waves or crossed out. */
export function SoundIcon({ silent }: { silent: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.125rem"
      height="1.125rem"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden
    >
      <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" strokeLinejoin="round" />
      <path d={silent ? 'M16 9.5l5 5m0-5-5 5' : 'M15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11'} strokeLinecap="round" />
    </svg>
  )
}
