import { useAdminTexts } from '../../i18n/admin/speech.ts'

export interface Fact {
  name: string
  value: string
  more?: string
  /** Somebody should see to it. */
  wrong?: boolean
  /** The option and the variable that decide it. */
  setBy?: string
}

/** What is so, and where it is decided. */
export function FactList({ title, facts }: { title: string; facts: Fact[] }) {
  const a = useAdminTexts()
  return (
    <section>
      <h2 className="admin-label">{title}</h2>
      <dl className="admin-facts">
        {facts.map(({ name, value, more, wrong, setBy }) => (
          <div key={name} className={wrong ? 'wrong' : ''}>
            <dt>{name}</dt>
            <dd>
              {value}
              {more && <small>{more}</small>}
              {setBy && (
                <small title={a.settings.setBy}>
                  <code>{setBy}</code>
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
