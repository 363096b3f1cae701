import { shortTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter, useNow, useSubject } from '../../../store/hooks.ts'
import { calledCameras, canBeSetBack, type Ran, runsFor } from '../../../store/linkage-runs.ts'
import { CalledCameras } from './CalledCameras.tsx'
import { LinkageGroup } from './LinkageGroup.tsx'
import { SetBack } from './SetBack.tsx'
import './linkages.css'

/** What followed an alarm by itself: cameras, and who was told what with which outcome. */
export function Linkages({ alarm }: { alarm: string }) {
  const { t } = useSpeech()
  const center = useCenter()
  useSubject('linkage-runs')
  useSubject('devices')
  const runs = runsFor(center.world, alarm)
  if (runs.length === 0) return null
  const cameras = calledCameras(runs)
  const count = center.may('devices.control') ? canBeSetBack(center.world, runs) : 0
  return (
    <section className="linkages" aria-label={t.linkage.title}>
      {cameras.length > 0 && <CalledCameras cameras={cameras} />}
      {runs.map((ran) => (
        <LinkageRan key={ran.run} ran={ran} />
      ))}
      {count > 0 && <SetBack alarm={alarm} devices={count} />}
    </section>
  )
}

function LinkageRan({ ran }: { ran: Ran }) {
  const { t, language } = useSpeech()
  const now = useNow(10_000)
  const { name, mode, played, armedBy, at, groups, setBackAt, setBackBy } = ran
  return (
    <article className={`linkage is-${mode}`}>
      <h4>
        {t.linkage.line(t.linkage.title, name[language])}
        <span className="linkage-mode">{t.linkage.modes[mode]}</span>
      </h4>
      <p className="dim">
        {played ? t.linkage.played : mode === 'dry' ? t.linkage.dry : ''}
        {mode === 'armed' && armedBy && t.linkage.armedBy(armedBy.name ?? armedBy.id)} · {shortTime(at, now)}
        {setBackAt !== undefined && ` · ${t.linkage.setBackBy(setBackBy?.name ?? '', shortTime(setBackAt, now))}`}
      </p>
      {groups.map(({ key, command, steps }) => (
        <LinkageGroup key={key} command={command} steps={steps} />
      ))}
    </article>
  )
}
