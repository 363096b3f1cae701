import { PastBar } from '../past/PastBar.tsx'
import { DockedDesk } from './DockedDesk.tsx'
import { StackedDesk } from './StackedDesk.tsx'
import { TimeBand } from './TimeBand.tsx'
import './desk.css'

/** The commander's workstation: list, place, card. */
export function Desk({ isWide }: { isWide: boolean }) {
  return (
    <div className={`desk ${isWide ? 'docked' : 'stacked'}`}>
      {isWide ? <DockedDesk /> : <StackedDesk />}
      <PastBar />
      <TimeBand />
    </div>
  )
}
