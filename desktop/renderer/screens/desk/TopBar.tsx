import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import { clockTime, fullDate } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { type Command, useCommands } from '../../store/commands.ts'
import { useCenter, useCenterState, useNow } from '../../store/hooks.ts'
import { lens, openMap } from '../../store/lens.ts'
import { thematicMaps } from '../../store/maps/index.ts'
import { goToScreen } from '../../store/screen.ts'
import { useSite } from '../../store/site.ts'
import { changeAppearance } from '../../theme/appearance.ts'
import { openPast, PastButton } from '../past/PastButton.tsx'
import { AdminButton } from './AdminButton.tsx'
import { KeySheet } from './KeySheet.tsx'
import { OwnAccount } from './OwnAccount.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SoundTool } from './SoundTool.tsx'

/** Who, where, when. The time is the server's. */
export function TopBar({ tools }: { tools?: ReactNode }) {
  const { t, language, toggle } = useSpeech()
  const center = useCenter()
  const health = useCenterState((s) => s.health)
  const now = useNow()
  const site = useSite()
  const words = t.commands
  const map = useStore(lens, (s) => s.map)
  useCommands(
    useMemo<Command[]>(
      () => [
        ...thematicMaps.all.map(({ id, name }) => ({
          id: `map ${id}`,
          name: words.map(name[language]),
          run: () => openMap(id),
        })),
        ...(map === undefined ? [] : [{ id: 'no map', name: words.noMap, run: () => openMap(undefined) }]),
        ...(center.mayNow('history.see')
          ? [{ id: 'past', name: t.past.open, key: 'H', run: () => openPast(center) }]
          : []),
        { id: 'big', name: words.toBig, run: () => goToScreen('big') },
        { id: 'appearance', name: words.light, run: changeAppearance },
        { id: 'language', name: words.language, run: toggle },
        ...(center.hasSeat ? [{ id: 'sign out', name: words.signOut, run: () => void center.signOut() }] : []),
      ],
      [center, t, words, language, map, toggle],
    ),
  )
  return (
    <header className="top">
      <strong className="top-product">{t.product}</strong>
      <span className="top-community">{site?.community.name}</span>
      <SearchBox />
      {health.state !== 'ok' && (
        <span className={`top-health ${health.state}`} role="alert" title={health.reason}>
          {t.health[health.state]}
        </span>
      )}
      <span className="top-time">
        <span className="dim">{fullDate(now, language)}</span> <time>{clockTime(now)}</time>
      </span>
      {tools}
      <button type="button" className="top-button top-big" onClick={() => goToScreen('big')}>
        {t.top.toBig}
      </button>
      <PastButton />
      <SoundTool />
      <button
        type="button"
        className="top-button top-light"
        title={words.light}
        aria-label={words.light}
        onClick={changeAppearance}
      >
        ◐
      </button>
      <KeySheet />
      <button type="button" className="top-button" onClick={toggle} lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {t.top.language}
      </button>
      <AdminButton />
      <OwnAccount />
      {center.hasSeat && (
        <button type="button" className="top-button" onClick={() => void center.signOut()}>
          {t.top.signOut}
        </button>
      )}
    </header>
  )
}
