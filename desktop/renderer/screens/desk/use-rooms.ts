import { useEffect, useState } from 'react'
import { findPlaces } from '#shared/contract/place.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'
import type { Entry, Found } from '../../store/search/find.ts'
import { roomEntries, roomQuestions } from '../../store/search/rooms.ts'
import { useSite } from '../../store/site.ts'

/** Who types on is not asked about. */
const PAUSE_MS = 180
const MOST = 20
const KINDS = ['room', 'floor']
const NONE: Found & { typed: string } = { typed: '', entries: [], more: false }

/** Rooms, storeys and homes, which only the server knows all of; away, it knows none, and the rest is still found. */
export function useRooms(typed: string, houses: readonly Entry[]): Found {
  const { ask } = useCenter()
  const site = useSite()
  const { t } = useSpeech()
  const [answer, setAnswer] = useState(NONE)
  const questions = JSON.stringify(roomQuestions(typed, houses))
  useEffect(() => {
    const texts = JSON.parse(questions) as string[]
    if (!site || texts.length === 0) return
    let open = true
    const timer = setTimeout(async () => {
      const answers = await Promise.all(
        texts.map((text) =>
          ask(findPlaces, { text, most: MOST, kinds: KINDS }).catch(() => ({ found: [], more: false })),
        ),
      )
      // The home that was meant comes before rooms that are called alike.
      const found = answers.toReversed().flatMap((one) => one.found)
      if (open) setAnswer({ typed, entries: roomEntries(found, site, t), more: answers.some(({ more }) => more) })
    }, PAUSE_MS)
    return () => {
      open = false
      clearTimeout(timer)
    }
  }, [ask, site, t, typed, questions])
  return answer.typed === typed ? answer : NONE
}
