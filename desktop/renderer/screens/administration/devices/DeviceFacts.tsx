import { App as AntApp, Button } from 'antd'
import { useState } from 'react'
import { issueCredential, revokeCredential } from '#shared/contract/devices.ts'
import { restoreDevice } from '#shared/contract/registry.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { leaveAdmin } from '../../../store/admin-link.ts'
import { useCenter } from '../../../store/hooks.ts'
import { moveOnMap } from '../../../store/moving-device.ts'
import { useDoing } from '../use-doing.ts'
import { DueWords } from './DueWords.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { SecretDialog } from './SecretDialog.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'
import type { ArchiveRow } from './use-archive.ts'

interface Props {
  row: ArchiveRow
  hasSecret: boolean
  changed(): void
  close(): void
}

/** Where the entry comes from, what is due, and what can be done besides changing it. */
export function DeviceFacts({ row, hasSecret, changed, close }: Props) {
  const center = useCenter()
  const d = useAdminTexts().devices
  const { modal, message } = AntApp.useApp()
  const { busy, doing } = useDoing(changed)
  const [asking, setAsking] = useState<'retire' | 'service'>()
  const [secret, setSecret] = useState<string>()
  const { id, entry, retired, due } = row
  const { device } = entry
  const issue = () =>
    doing(async () => {
      setSecret((await center.ask(issueCredential, { device })).secret)
    })
  const sure = (title: string, content: string, danger: boolean, work: () => Promise<void>) =>
    modal.confirm({ title, content, okText: title, okButtonProps: { danger }, onOk: () => doing(work) })
  const revoke = async () => {
    await center.ask(revokeCredential, { device })
    message.success(d.revoked)
  }
  const restore = async () => {
    await center.ask(restoreDevice, { device })
    message.success(d.restored(entry.name))
  }
  const source = `${d.sources[row.source] ?? row.source}${row.file ? ` ${row.file}` : ''}`
  return (
    <section className="device-facts" aria-label={d.sections.credential}>
      <p className="dim">
        {id} · {d.registered(dateTime(row.registeredAt), source)}
        {row.changedAt && ` · ${d.changed(dateTime(row.changedAt), row.changedBy?.name ?? row.changedBy?.id ?? '')}`}
      </p>
      {retired ? (
        <p>{d.retiredAt(dateTime(retired.at), retired.by.name ?? retired.by.id, retired.reason)}</p>
      ) : (
        <p>
          <DueWords due={due} /> {due.reminders.length > 0 && due.service && d.dueOn(due.service)}{' '}
          {due.end && `· ${d.endsOn(due.end)}`} {entry.warrantyUntil && `· ${d.warrantyUntil(entry.warrantyUntil)}`}
        </p>
      )}
      <div className="admin-actions">
        {retired ? (
          <Button size="small" type="primary" loading={busy} onClick={() => void doing(restore)}>
            {d.restore}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              onClick={() => {
                moveOnMap(device)
                close()
                leaveAdmin()
              }}
            >
              {d.onMap}
            </Button>
            <Button size="small" onClick={() => setAsking('service')}>
              {d.service}
            </Button>
            <Button
              size="small"
              loading={busy}
              onClick={() => (hasSecret ? sure(d.issueAgain, d.issueText, true, issue) : void issue())}
            >
              {hasSecret ? d.issueAgain : d.issue}
            </Button>
            {hasSecret && (
              <Button size="small" disabled={busy} onClick={() => sure(d.revoke, d.revokeText, true, revoke)}>
                {d.revoke}
              </Button>
            )}
            <Button size="small" danger disabled={busy} onClick={() => setAsking('retire')}>
              {d.retire}
            </Button>
          </>
        )}
      </div>
      {asking === 'service' && <ServiceDialog row={row} done={changed} close={() => setAsking(undefined)} />}
      {asking === 'retire' && (
        <RetireDialog
          names={[{ id: device, name: entry.name }]}
          done={() => {
            changed()
            close()
          }}
          close={() => setAsking(undefined)}
        />
      )}
      {secret && <SecretDialog name={entry.name} secret={secret} close={() => setSecret(undefined)} />}
    </section>
  )
}
