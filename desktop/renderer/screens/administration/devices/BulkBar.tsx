import { Alert, App as AntApp, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { issueCredential } from '#shared/contract/devices.ts'
import { changeDevice } from '#shared/contract/registry.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { download } from '../../../store/files/download.ts'
import { useCenter } from '../../../store/hooks.ts'
import { RetireDialog } from './RetireDialog.tsx'
import { workbookFile } from './sheets.ts'
import type { ArchiveRow } from './use-archive.ts'
import { useEach } from './use-each.ts'

interface Props {
  rows: ArchiveRow[]
  clear(): void
  changed(): void
}

/** What is done to many at once; each is on record by itself. */
export function BulkBar({ rows, clear, changed }: Props) {
  const center = useCenter()
  const d = useAdminTexts().devices
  const { modal, message } = AntApp.useApp()
  const { running, problem, each } = useEach()
  const [grouping, setGrouping] = useState(false)
  const [retiring, setRetiring] = useState(false)
  const [group, setGroup] = useState('')
  const finish = (failed: number) => {
    changed()
    if (failed === 0) message.success(d.bulkDone(rows.length))
  }
  const setGroups = async (to: (groups: string[]) => string[]) => {
    setGrouping(false)
    finish(
      await each(rows, ({ entry, changedAt }) =>
        center.ask(changeDevice, { ...entry, groups: to(entry.groups ?? []), seen: changedAt ?? 0 }),
      ),
    )
  }
  const issue = async () => {
    const secrets: string[][] = []
    const failed = await each(rows, async ({ entry: { device, name } }) => {
      secrets.push([device, name, (await center.ask(issueCredential, { device })).secret])
    })
    // What was issued is handed over, even where others failed: it cannot be asked for again.
    if (secrets.length > 0)
      download(
        workbookFile([{ name: d.secretsFile, rows: [['ID', d.kind, d.credential], ...secrets], widths: [28, 28, 50] }]),
        `${d.secretsFile}.xlsx`,
      )
    finish(failed)
  }
  const name = group.trim()
  return (
    <div className="admin-bar" role="toolbar" aria-label={d.chosen(rows.length)}>
      <strong>{d.chosen(rows.length)}</strong>
      <Button size="small" disabled={running !== undefined} onClick={() => setGrouping(true)}>
        {d.group}
      </Button>
      <Button
        size="small"
        loading={running !== undefined}
        onClick={() =>
          modal.confirm({
            title: d.bulkIssueTitle(rows.length),
            content: d.bulkIssueText,
            okText: d.bulk.issue,
            okButtonProps: { danger: true },
            onOk: () => void issue(),
          })
        }
      >
        {running ?? d.bulk.issue}
      </Button>
      <Button size="small" danger disabled={running !== undefined} onClick={() => setRetiring(true)}>
        {d.bulk.retire}
      </Button>
      <Button size="small" type="text" onClick={clear}>
        {d.choose.none}
      </Button>
      {problem && <Alert type="error" showIcon title={problem} />}
      {grouping && (
        <Modal
          open
          title={d.bulkGroupTitle(rows.length)}
          onCancel={() => setGrouping(false)}
          footer={[
            <Button
              key="out"
              disabled={name === ''}
              onClick={() => void setGroups((groups) => groups.filter((one) => one !== name))}
            >
              {d.bulk.ungroup}
            </Button>,
            <Button
              key="in"
              type="primary"
              disabled={name === ''}
              onClick={() => void setGroups((groups) => [...new Set([...groups, name])])}
            >
              {d.bulk.group}
            </Button>,
          ]}
        >
          <Input
            autoFocus
            aria-label={d.group}
            maxLength={40}
            value={group}
            onChange={(event) => setGroup(event.target.value)}
          />
        </Modal>
      )}
      {retiring && (
        <RetireDialog
          names={rows.map(({ id, entry }) => ({ id, name: entry.name }))}
          done={() => {
            clear()
            changed()
          }}
          close={() => setRetiring(false)}
        />
      )}
    </div>
  )
}
