import type { Grade } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../i18n/language.ts'
import { gradeLooks } from './grades.ts'

/** The grade's shape in its colour; hollow once somebody has taken notice. */
export function GradeMark({ grade, hollow = false, size = 18 }: { grade: Grade; hollow?: boolean; size?: number }) {
  const { t } = useSpeech()
  const look = gradeLooks[grade]
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="-1 -1 26 26"
      role="img"
      aria-label={t.grade[grade]}
    >
      <path
        d={look.path}
        fill={hollow ? 'none' : `var(--grade-${grade})`}
        stroke={`var(--grade-${grade})`}
        strokeWidth={hollow ? 3 : 0}
        strokeLinejoin="round"
      />
    </svg>
  )
}
