import { ChannelTrouble } from './ChannelTrouble.tsx'
import { OrderRequests } from './OrderRequests.tsx'
import { Invitation } from './past/together/Invitation.tsx'
import { OpeningLine } from './recorded/OpeningLine.tsx'
import './foot-notes.css'

/** What asks for somebody at the foot of any screen, one above the other: the most urgent lowest, where the hand is. */
export function FootNotes() {
  return (
    <div className="foot-notes">
      <ChannelTrouble />
      <OpeningLine />
      <Invitation />
      <OrderRequests />
    </div>
  )
}
