import { endAside } from '#shared/contract/asides.ts'
import type { Aside } from '#shared/world/asides.ts'
import { shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { AskError } from '../../store/ask.ts'
import { nameOfKind } from '../../store/describe.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useSite } from '../../store/site.ts'
import { say } from '../../theme/notice.ts'

/** What is out of service, though there may be no alarm of it at present: it must not be forgotten. */
export function PlacesAside({ now }: { now: number }) {
  const { world } = useCenter()
  useSubject('asides')
  const found = [...world.world.asides.values()].filter(({ how }) => how === 'out-of-service')
  return (
    <ul className="places-aside">
      {found.map((aside) => (
        <PlaceAside key={aside.aside} aside={aside} now={now} />
      ))}
    </ul>
  )
}

function PlaceAside({ aside, now }: { aside: Aside; now: number }) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const { device, kind, reason, until, begunAt, begunBy, place } = aside
  const words = t.handling
  const about =
    device === undefined
      ? kind === undefined
        ? words.aside.all
        : nameOfKind(kind)[language]
      : (center.world.get('devices', device)?.name ?? device)
  const end = () =>
    center
      .ask(endAside, { aside: aside.aside })
      .then(() => say('good', words.done(words.actions.back, 1)))
      .catch((error) => say('bad', t.errors[error instanceof AskError ? error.code : 'internal']))
  return (
    <li>
      <div>
        <strong>{placeName(site, place, t)}</strong> {about}
        <p>
          {words.state['out-of-service']}{' '}
          {until === undefined ? words.aside.open : words.aside.until(shortTime(until, now))}：{reason}
        </p>
        <small>{words.aside.by(begunBy.name ?? begunBy.id, shortTime(begunAt, now))}</small>
      </div>
      {center.may('alarms.handle') && (
        <button type="button" onClick={() => void end()}>
          {words.actions.back}
        </button>
      )}
    </li>
  )
}
