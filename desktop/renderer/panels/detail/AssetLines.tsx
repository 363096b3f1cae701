import { useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { dueOf } from '#models/due.ts'
import type { Device } from '#shared/world/devices.ts'
import { dayOf } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'

/** What an asset is to be reminded of, and that it is not in use; nothing where there is nothing to say. */
export function AssetLines({ device }: { device: Device }) {
  const { t } = useSpeech()
  const center = useCenter()
  const [today] = useState(() => dayOf(center.now()))
  const due = dueOf({ ...device, registered: dayOf(device.registeredAt) }, deviceKinds.get(device.kind)?.upkeep, today)
  const { assetState = 'in-use' } = device
  const words = t.asset
  const { serviceIn = 0 } = due
  const said = due.reminders.map((reminder) => {
    if (reminder === 'overdue') return words.overdue(-serviceIn)
    if (reminder === 'due') return words.due(serviceIn)
    return reminder === 'ending' ? words.ending(due.end ?? '') : words.warranty(device.warrantyUntil ?? '')
  })
  if (assetState !== 'in-use') said.unshift(words[assetState])
  if (said.length === 0) return null
  return <p className="asset-lines">{said.join(' · ')}</p>
}
