import type { ReactNode } from 'react'
import { clockTime, fullDate } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useCenterState, useNow } from '../../store/hooks.ts'
import { goToScreen } from '../../store/screen.ts'
import { useSite } from '../../store/site.ts'
import { OwnAccount } from '../desk/OwnAccount.tsx'
import { SoundTool } from '../desk/SoundTool.tsx'
import { PastButton } from '../past/PastButton.tsx'
import { Outdoors } from './Outdoors.tsx'

/** Who, where, when, and what it is like outside; for hands only while somebody is there. */
export function BigTop({ tools }: { tools: ReactNode }) {
  const { t, language, toggle } = useSpeech()
  const center = useCenter()
  const health = useCenterState((s) => s.health)
  const site = useSite()
  const now = useNow()
  return (
    <header className="big-top">
      <strong className="big-product">{t.product}</strong>
      <span className="big-community">{site?.community.name}</span>
      <Outdoors />
      {health.state !== 'ok' && (
        <span className={`top-health ${health.state}`} role="alert">
          {t.health[health.state]}
        </span>
      )}
      <span className="big-rest" />
      <span className="big-hands">
        {tools}
        <PastButton />
        <button type="button" className="top-button" onClick={() => goToScreen('desk')}>
          {t.top.toDesk}
        </button>
        <button type="button" className="top-button" onClick={toggle} lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {t.top.language}
        </button>
        <OwnAccount />
        <button type="button" className="top-button" onClick={() => void center.signOut()}>
          {t.top.signOut}
        </button>
      </span>
      <SoundTool />
      <span className="big-date">{fullDate(now, language)}</span>
      <time>{clockTime(now)}</time>
    </header>
  )
}
