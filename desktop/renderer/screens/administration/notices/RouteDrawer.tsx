import { App as AntApp, Form } from 'antd'
import { useState } from 'react'
import { removeRoute, saveRoute } from '#shared/contract/notices.ts'
import type { Route } from '#shared/world/notice-routes.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { useCenter } from '../../../store/hooks.ts'
import { EditDrawer } from '../EditDrawer.tsx'
import { useAttempt } from '../use-attempt.ts'
import { useUnsaved } from '../use-unsaved.ts'
import { freeId } from './channel-entry.ts'
import { RouteForm } from './RouteForm.tsx'
import { fieldsOf, newRoute, type RouteFields, routeOf } from './route-entry.ts'
import type { Person } from './StepFields.tsx'

interface Props {
  /** Undefined: a new one. */
  route: (Route & { changedAt: number }) | undefined
  taken: ReadonlySet<string>
  people: readonly Person[]
  channels: readonly { channel: string; name: string }[]
  saved(): void
  close(): void
}

export function RouteDrawer({ route, taken, people, channels, saved, close }: Props) {
  const center = useCenter()
  const a = useAdminTexts()
  const n = a.notices
  const { modal } = AntApp.useApp()
  const [form] = Form.useForm<RouteFields>()
  const { busy, problem, attempt } = useAttempt(saved)
  const { setDirty, leave } = useUnsaved(busy, close)
  const [seen] = useState(route?.changedAt)
  const begun = route ? fieldsOf(route) : newRoute()
  const save = (typed: RouteFields) =>
    attempt(async () => {
      const whole = routeOf({ ...begun, ...typed }, route?.route ?? freeId('route', taken))
      await center.ask(saveRoute, { route: whole, ...(seen === undefined ? {} : { seen }) })
    }, n.saved)
  const remove = (known: Route) =>
    modal.confirm({
      title: n.removeRouteTitle(known.name),
      content: n.removeRouteText,
      okText: n.remove,
      okButtonProps: { danger: true },
      cancelText: a.cancel,
      onOk: () => attempt(() => center.ask(removeRoute, { route: known.route }), n.removed),
    })
  return (
    <EditDrawer
      title={route ? n.editRoute(route.name) : n.newRoute}
      size={820}
      busy={busy}
      problem={problem}
      words={n}
      remove={route && (() => remove(route))}
      save={form.submit}
      leave={leave}
    >
      <Form<RouteFields>
        form={form}
        layout="vertical"
        initialValues={begun}
        onValuesChange={() => setDirty(true)}
        onFinish={(typed) => void save(typed)}
        scrollToFirstError={{ focus: true }}
      >
        <RouteForm people={people} channels={channels} />
        <button type="submit" hidden />
      </Form>
    </EditDrawer>
  )
}
