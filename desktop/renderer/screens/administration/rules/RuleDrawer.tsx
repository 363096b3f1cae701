import { Alert, App as AntApp, Button, Drawer, Form } from 'antd'
import { useState } from 'react'
import { resetRule, saveRule } from '#shared/contract/rules.ts'
import { type Rule, ruleKey } from '#shared/world/rules.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAttempt } from '../use-attempt.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { fieldsOf, freeName, isOwn, type KnownRule, newRule, type RuleFields, ruleOf } from './entry.ts'
import { RuleForm } from './RuleForm.tsx'
import { RuleVersions } from './RuleVersions.tsx'
import { TryRule } from './TryRule.tsx'
import './rules.css'

interface Props {
  /** Undefined: a new one. */
  rule: KnownRule | undefined
  /** The keys of all rules. */
  taken: ReadonlySet<string>
  saved(): void
  close(): void
}

const FIRST_KIND = 'smoke-detector'

/** One rule: changed, tried on the past, had back. What was typed is only given up when somebody says so. */
export function RuleDrawer({ rule, taken, saved, close }: Props) {
  const center = useCenter()
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const r = a.rules
  const { modal, message } = AntApp.useApp()
  const [form] = Form.useForm<RuleFields>()
  const { busy, problem, attempt } = useAttempt(saved)
  const { setDirty, leave } = useUnsaved(busy, close)
  // What is saved is meant for what was seen when it was opened.
  const [seen] = useState(rule?.changedAt ?? 0)

  const typed = (fields: RuleFields): Rule => {
    const ofKind = [...taken].filter((key) => key.startsWith(`${fields.kind}~`)).map((key) => key.split('~')[1] ?? '')
    return ruleOf(fields, rule?.rule ?? freeName(fields.nameEn, new Set(ofKind)))
  }
  const save = (fields: RuleFields) => {
    const note = fields.note?.trim()
    return attempt(() => center.ask(saveRule, { ...typed(fields), ...(note ? { note } : {}), seen }), r.saved)
  }
  const reset = (known: KnownRule) =>
    modal.confirm({
      title: (isOwn(known) ? r.removeTitle : r.resetTitle)(known.name[language]),
      content: isOwn(known) ? r.removeText : r.resetText,
      okText: isOwn(known) ? r.removeOwn : r.reset,
      onOk: () => attempt(() => center.ask(resetRule, { kind: known.kind, rule: known.rule, seen }), r.wasReset),
    })
  const load = (version: Rule) => {
    form.setFieldsValue(fieldsOf(version))
    setDirty(true)
    message.info(r.tookBack)
  }

  return (
    <Drawer
      open
      getContainer={false}
      rootStyle={{ position: 'absolute' }}
      size={640}
      title={rule ? r.edit(rule.name[language]) : r.create}
      onClose={leave}
      footer={
        <div className="admin-drawer-foot">
          {problem && <Alert className="rule-problem" type="error" showIcon title={t.errors[problem]} />}
          {rule && rule.version > 0 && (
            <Button danger onClick={() => reset(rule)} disabled={busy}>
              {isOwn(rule) ? r.removeOwn : r.reset}
            </Button>
          )}
          <Button onClick={leave}>{a.cancel}</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            {r.save}
          </Button>
        </div>
      }
    >
      <Form<RuleFields>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={rule ? fieldsOf(rule) : newRule(FIRST_KIND)}
        onValuesChange={() => setDirty(true)}
        onFinish={(fields) => void save(fields)}
        scrollToFirstError={{ focus: true }}
      >
        <RuleForm isNew={!rule} />
        <TryRule typed={async () => typed(await form.validateFields())} />
        <button type="submit" hidden />
      </Form>
      {rule && <RuleVersions key={ruleKey(rule)} rule={rule} load={load} />}
    </Drawer>
  )
}
