import { useEffect, useState } from 'react'
import { findPeople } from '#shared/contract/people.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AskError } from '../../store/ask.ts'
import { useCenter } from '../../store/hooks.ts'
import type { Entry } from '../../store/search/find.ts'

/** Whoever is not among so many is found by more of the name. */
const MOST = 20

interface People {
  /** Those who were found; before that, the offer to ask. */
  entries: Entry[]
  /** Why there is nobody. */
  nobody: string | undefined
  look(): void
}

/** Residents by name: never as one types, only when it is asked for, because each asking is on record. */
export function usePeople(typed: string): People {
  const { t } = useSpeech()
  const center = useCenter()
  const [found, setFound] = useState<Entry[]>()
  const [nobody, setNobody] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another question
  useEffect(() => {
    setFound(undefined)
    setNobody(undefined)
  }, [typed])
  const words = t.search
  const mayAsk = center.may('people.unmask') && /^[\p{L} ·'-]{1,64}$/u.test(typed)
  const look = () => {
    center.ask(findPeople, { name: typed, most: MOST }).then(
      ({ found: people, recorded }) => {
        setFound(
          people.map(({ name, home, homeName }) => ({ kind: 'person', id: home, name, beside: homeName, known: [] })),
        )
        if (!recorded) setNobody(words.noPeople)
        else if (people.length === 0) setNobody(words.nobody(typed))
      },
      (error) => setNobody(t.errors[error instanceof AskError ? error.code : 'internal']),
    )
  }
  const offer: Entry = { kind: 'people', id: typed, name: words.people(typed), beside: words.peopleHint, known: [] }
  const entries = found ?? (mayAsk && nobody === undefined ? [offer] : [])
  return { entries, nobody, look }
}
