import { Form, Input, Select, TreeSelect } from 'antd'
import { useMemo } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { Sign } from '#shared/world/alarm-record.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useSite } from '../../../store/site.ts'
import { dutyPlaces } from '../users/duty-places.ts'
import { ActionFields } from './ActionFields.tsx'
import type { LinkageFields } from './entry.ts'

const GRADES = [1, 2, 3, 4] as const

/** All that makes a linkage, in the order in which one thinks of it: what it is called, when, what then. */
export function LinkageForm({ isNew, rules }: { isNew: boolean; rules: readonly { value: string; label: string }[] }) {
  const { language } = useSpeech()
  const site = useSite()
  const l = useAdminTexts().linkages
  const places = useMemo(() => dutyPlaces(site, '', '').filter(({ value }) => value !== ''), [site])
  const required = [{ required: true, whitespace: true, message: l.required }]
  const kinds = deviceKinds.all.map(({ kind, name }) => ({ value: kind, label: name[language] }))
  const subject = ({ getFieldValue }: { getFieldValue(name: keyof LinkageFields): unknown[] | undefined }) => ({
    validator: () =>
      (['signs', 'rules', 'kinds'] as const).some((name) => getFieldValue(name)?.length)
        ? Promise.resolve()
        : Promise.reject(new Error(l.whenMissing)),
  })
  return (
    <div className="admin-fields">
      <Form.Item name="nameZh" label={l.nameZh} rules={required}>
        <Input maxLength={60} autoComplete="off" autoFocus={isNew} />
      </Form.Item>
      <Form.Item name="nameEn" label={l.nameEn} rules={required}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <fieldset className="linkage-when wide">
        <legend>{l.when}</legend>
        <p className="dim">{l.whenHint}</p>
        <Form.Item name="signs" label={l.signs} dependencies={['rules', 'kinds']} rules={[subject as never]}>
          <Select
            mode="multiple"
            allowClear
            optionFilterProp="label"
            options={Sign.options.map((value) => ({ value, label: l.signNames[value] }))}
          />
        </Form.Item>
        <Form.Item name="rules" label={l.rules}>
          <Select mode="multiple" allowClear optionFilterProp="label" maxCount={40} options={[...rules]} />
        </Form.Item>
        <Form.Item name="kinds" label={l.kinds}>
          <Select mode="multiple" allowClear optionFilterProp="label" maxCount={20} options={kinds} />
        </Form.Item>
        <Form.Item name="grades" label={l.grades}>
          <Select
            mode="multiple"
            allowClear
            placeholder={l.anyGrade}
            options={GRADES.map((value) => ({ value, label: l.gradeNames[value] }))}
          />
        </Form.Item>
        <Form.Item name="places" label={l.places}>
          <TreeSelect
            multiple
            allowClear
            maxCount={40}
            placeholder={l.anyPlace}
            showSearch={{ treeNodeFilterProp: 'title' }}
            treeData={places}
            treeExpandAction="click"
          />
        </Form.Item>
      </fieldset>
      <ActionFields />
      <Form.Item name="note" label={l.note} className="wide">
        <Input maxLength={500} placeholder={l.noteHint} autoComplete="off" />
      </Form.Item>
    </div>
  )
}
