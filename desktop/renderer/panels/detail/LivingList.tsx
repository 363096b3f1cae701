import { useState } from 'react'
import { type LivingHousehold, readLiving } from '#shared/contract/people.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { Texts } from '../../i18n/zh.ts'
import { type AskCode, AskError } from '../../store/ask.ts'
import { useCenter } from '../../store/hooks.ts'

interface Answer {
  households: LivingHousehold[]
  total: number
  more: boolean
  recorded: boolean
  whole: boolean
}

/** Who lives here: not shown until somebody asks, masked unless the role may see more, and each asking is recorded. */
export function LivingList({ place }: { place: string }) {
  const { t } = useSpeech()
  const center = useCenter()
  const [answer, setAnswer] = useState<Answer>()
  const [problem, setProblem] = useState<AskCode>()
  const [asking, setAsking] = useState(false)
  const ask = async (whole: boolean) => {
    setAsking(true)
    setProblem(undefined)
    try {
      setAnswer({ ...(await center.ask(readLiving, { place, whole })), whole })
    } catch (error) {
      setProblem(error instanceof AskError ? error.code : 'internal')
    } finally {
      setAsking(false)
    }
  }
  const people = answer?.households.reduce((sum, { residents }) => sum + residents.length, 0) ?? 0
  return (
    <section className="living">
      <h4>{t.place.living}</h4>
      {!answer && (
        <p>
          <button type="button" disabled={asking} onClick={() => void ask(false)}>
            {t.place.ask}
          </button>{' '}
          <span className="dim">{t.place.askHint}</span>
        </p>
      )}
      {problem && <p role="alert">{t.errors[problem]}</p>}
      {answer && !answer.recorded && <p className="dim">{t.place.notRecorded}</p>}
      {answer?.recorded && answer.households.length === 0 && <p className="dim">{t.place.nobody}</p>}
      {answer && answer.households.length > 0 && (
        <>
          <p>
            {t.place.households(answer.total, people)}
            {!answer.whole && center.may('people.unmask') && (
              <button type="button" disabled={asking} onClick={() => void ask(true)}>
                {t.place.whole}
              </button>
            )}
          </p>
          <ul>
            {answer.households.map((household) => (
              <Household key={household.home} household={household} t={t} />
            ))}
          </ul>
          {answer.more && <p className="dim">{t.place.more}</p>}
        </>
      )}
    </section>
  )
}

function Household({ household: { name, tenure, residents }, t }: { household: LivingHousehold; t: Texts }) {
  return (
    <li>
      <strong>{name}</strong> <span className="dim">{t.place.tenure[tenure]}</span>
      {residents.map(({ name: person, sex, ageBand, birthYear, needs }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a masked name is not one's own, and the list never changes
        <div key={i}>
          {person} · {t.place.sex[sex]}
          {ageBand && ` · ${t.place.age(ageBand[0], ageBand[1])}`}
          {birthYear !== undefined && ` · ${t.place.born(birthYear)}`}
          {needs.map((need) => (
            <em key={need}>{t.place.needs[need]}</em>
          ))}
        </div>
      ))}
    </li>
  )
}
