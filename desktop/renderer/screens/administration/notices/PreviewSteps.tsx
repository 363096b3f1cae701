import { Tag } from 'antd'
import type { z } from 'zod'
import type { previewNotice } from '#shared/contract/notices.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'

export type PreviewedRoute = z.infer<typeof previewNotice.output>['routes'][number]

/** Step by step, each with whoever is told, by what, at which address. */
export function PreviewSteps({ steps }: { steps: PreviewedRoute['steps'] }) {
  const n = useAdminTexts().notices
  return (
    <ol className="notice-steps">
      {steps.map(({ after, tells }, i) => (
        <li key={after}>
          <strong>
            {n.step(i + 1)} · {after === 0 ? n.atOnce : n.afterMinutes(after)}
          </strong>
          {tells.length === 0 && <Tag color="warning">{n.because['no-channel']}</Tag>}
          <ul>
            {tells.map(({ channel, name, to, address, problem }) => (
              <li key={`${channel} ${to?.account}`}>
                {to?.name ?? (problem ? '' : n.toProgram)} <span className="dim">{name}</span> {address}
                {problem && <Tag color="warning">{n.problems[problem]}</Tag>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
