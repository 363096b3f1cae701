import { Button, Segmented, Select, TreeSelect } from 'antd'
import { useMemo, useState } from 'react'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useCenter, useSubject } from '../../../store/hooks.ts'
import { useSite } from '../../../store/site.ts'
import { dutyPlaces } from '../users/duty-places.ts'

interface Props {
  busy: boolean
  run(at: { place: string } | { device: string }): void
}

/** Where an alarm is thought of: on a device, or at a place. */
export function TryPlace({ busy, run }: Props) {
  const l = useAdminTexts().linkages
  const { world } = useCenter()
  const site = useSite()
  const version = useSubject('devices')
  const [by, setBy] = useState<'device' | 'place'>('device')
  const [chosen, choose] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const devices = useMemo(
    () => [...world.world.devices.values()].map(({ device, name }) => ({ value: device, label: `${name}　${device}` })),
    [world, version],
  )
  const places = useMemo(() => dutyPlaces(site, '', '').filter(({ value }) => value !== ''), [site])
  return (
    <div className="linkage-try-line">
      <span>{l.tryAt}</span>
      <Segmented<'device' | 'place'>
        size="small"
        value={by}
        onChange={(one) => {
          setBy(one)
          choose(undefined)
        }}
        options={[
          { value: 'device', label: l.tryDevice },
          { value: 'place', label: l.tryPlace },
        ]}
      />
      {by === 'device' ? (
        <Select
          size="small"
          className="linkage-try-at"
          aria-label={l.tryAt}
          showSearch={{ optionFilterProp: 'label' }}
          options={devices}
          value={chosen}
          onChange={choose}
        />
      ) : (
        <TreeSelect
          size="small"
          className="linkage-try-at"
          aria-label={l.tryAt}
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeData={places}
          treeExpandAction="click"
          value={chosen}
          onChange={choose}
        />
      )}
      <Button
        size="small"
        loading={busy}
        disabled={chosen === undefined}
        onClick={() => chosen !== undefined && run(by === 'device' ? { device: chosen } : { place: chosen })}
      >
        {l.tryRun}
      </Button>
    </div>
  )
}
