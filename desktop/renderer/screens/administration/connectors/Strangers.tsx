import { Button } from 'antd'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { clockTime } from '../../../i18n/format.ts'
import type { Sample } from './entry.ts'

interface StrangersProps {
  strangers: readonly (Sample & { from: string; at: number })[]
  understand(sample: Sample): void
}

/** What came on topics that no connector is for: each is one click from being understood. */
export function Strangers({ strangers, understand }: StrangersProps) {
  const c = useAdminTexts().connectors
  if (strangers.length === 0) return null
  return (
    <section className="connector-strangers" aria-label={c.strangers}>
      <h3>{c.strangers}</h3>
      <p className="dim">{c.strangersHint}</p>
      <ul>
        {strangers.map(({ from, topic, payload, at }) => (
          <li key={topic}>
            <time>{clockTime(at)}</time>
            <span>{from}</span>
            <code>{topic}</code>
            <code className="connector-payload">{payload}</code>
            <Button size="small" onClick={() => understand({ topic, payload })}>
              {c.understand}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
