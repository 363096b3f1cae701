import { useEffect, useState } from 'react'
import { type FoundPerson, findPeople } from '#shared/contract/people.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AskError } from '../../store/ask.ts'
import { useCenter } from '../../store/hooks.ts'
import type { Entry } from '../../store/search/find.ts'

/** Whoever is not among so many is found by more of the name. */
const MOST = 20

const PERSON = '#'

interface People {
  /** Those who were found; before that, the offer to ask. */
  entries: Entry[]
  /** There are more of that name. */
  more: boolean
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
  const [more, setMore] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another question
  useEffect(() => {
    setFound(undefined)
    setNobody(undefined)
    setMore(false)
  }, [typed])
  const words = t.search
  const mayAsk = center.may('people.unmask') && /^[\p{L} ·'-]{1,64}$/u.test(typed)
  const look = () => {
    center.ask(findPeople, { name: typed, most: MOST }).then(
      ({ found: people, more, recorded }) => {
        setFound(people.map(entryOf))
        setMore(more)
        if (!recorded) setNobody(words.noPeople)
        else if (people.length === 0) setNobody(words.nobody(typed))
      },
      (error) => setNobody(t.errors[error instanceof AskError ? error.code : 'internal']),
    )
  }
  const offer: Entry = { kind: 'people', id: typed, name: words.people(typed), beside: words.peopleHint, known: [] }
  const entries = found ?? (mayAsk && nobody === undefined ? [offer] : [])
  return { entries, more, nobody, look }
}

/** Two of one name may live in one home: each is a row of its own. */
function entryOf({ name, home, homeName }: FoundPerson, index: number): Entry {
  return { kind: 'person', id: `${home}${PERSON}${index}`, name, beside: homeName, known: [] }
}

/** The home in the id of a person who was found. */
export function homeOf(id: string): string {
  return id.slice(0, id.lastIndexOf(PERSON))
}
