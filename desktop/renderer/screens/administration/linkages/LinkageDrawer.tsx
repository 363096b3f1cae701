import { Alert, App as AntApp, Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { resetLinkage, saveLinkage } from '#shared/contract/linkages.ts'
import type { Linkage } from '#shared/world/linkages.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAttempt } from '../use-attempt.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { fieldsOf, freeId, type KnownLinkage, type LinkageFields, linkageOf, newLinkage } from './entry.ts'
import { LinkageForm } from './LinkageForm.tsx'
import { ModeBar } from './ModeBar.tsx'
import { TryLinkage } from './TryLinkage.tsx'

interface Props {
  /** Undefined: a new one. */
  linkage: KnownLinkage | undefined
  rules: readonly { value: string; label: string }[]
  taken: ReadonlySet<string>
  saved(): void
  close(): void
}

/** One linkage: changed, tried, armed, had back. */
export function LinkageDrawer({ linkage, rules, taken, saved, close }: Props) {
  const center = useCenter()
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const l = a.linkages
  const { modal } = AntApp.useApp()
  const [form] = Form.useForm<LinkageFields>()
  const { busy, problem, attempt } = useAttempt(saved)
  const [dirty, markDirty] = useState(false)
  const { setDirty, leave } = useUnsaved(busy, close)
  // What is saved is meant for what was seen when it was opened.
  const [seen] = useState(linkage?.changedAt ?? 0)
  const typed = (fields: LinkageFields): Linkage => linkageOf(fields, linkage?.linkage ?? freeId(fields.nameEn, taken))
  const save = (fields: LinkageFields) => {
    const note = fields.note?.trim()
    const mode = linkage?.mode === 'off' ? 'off' : 'dry'
    return attempt(
      () => center.ask(saveLinkage, { linkage: typed(fields), seen, ...(note ? { note } : {}) }),
      l.savedAs[mode],
    )
  }
  const reset = ({ linkage: id, name, isDefault }: KnownLinkage) =>
    modal.confirm({
      title: (isDefault ? l.resetTitle : l.removeTitle)(name[language]),
      content: l.resetText,
      okText: isDefault ? l.reset : l.removeOwn,
      okButtonProps: { danger: true },
      cancelText: a.cancel,
      onOk: () => attempt(() => center.ask(resetLinkage, { linkage: id, seen }), isDefault ? l.wasReset : l.wasRemoved),
    })
  return (
    <Drawer
      open
      getContainer={false}
      rootStyle={{ position: 'absolute' }}
      size={720}
      title={linkage ? l.edit(linkage.name[language]) : l.create}
      onClose={leave}
      footer={
        <div className="admin-drawer-foot">
          {problem && <Alert className="rule-problem" type="error" showIcon title={t.errors[problem]} />}
          {linkage?.changedAt !== undefined && (
            <Button danger onClick={() => reset(linkage)} disabled={busy}>
              {linkage.isDefault ? l.reset : l.removeOwn}
            </Button>
          )}
          <Button onClick={leave}>{a.cancel}</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {l.save}
          </Button>
        </div>
      }
    >
      {linkage && <ModeBar linkage={linkage} seen={seen} isChanged={dirty} done={saved} />}
      <Form<LinkageFields>
        form={form}
        layout="vertical"
        initialValues={linkage ? fieldsOf(linkage) : newLinkage()}
        onValuesChange={() => {
          setDirty(true)
          markDirty(true)
        }}
        onFinish={(fields) => void save(fields)}
        scrollToFirstError={{ focus: true }}
      >
        <LinkageForm isNew={!linkage} rules={rules} />
        <TryLinkage typed={async () => typed(await form.validateFields())} />
        <button type="submit" hidden />
      </Form>
    </Drawer>
  )
}
