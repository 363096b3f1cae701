import { Button, Form } from 'antd'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { CameraFields } from './CameraFields.tsx'
import { newCameras, newOrder, type ActionFields as Typed } from './entry.ts'
import { OrderFields } from './OrderFields.tsx'

const MOST_ACTIONS = 20

/** What follows an alarm, in order. */
export function ActionFields() {
  const l = useAdminTexts().linkages
  const typed: (Typed | undefined)[] = Form.useWatch('actions') ?? []
  return (
    <fieldset className="linkage-actions wide">
      <legend>{l.actions}</legend>
      <p className="dim">{l.actionsHint}</p>
      <Form.List
        name="actions"
        rules={[
          {
            validator: (_, all?: unknown[]) =>
              all?.length ? Promise.resolve() : Promise.reject(new Error(l.required)),
          },
        ]}
      >
        {(fields, { add, remove, move }, { errors }) => (
          <>
            <ol>
              {fields.map(({ key, name }) => {
                const isCameras = typed[name]?.do === 'cameras'
                const title = isCameras ? l.cameras : l.order
                return (
                  <li key={key} className="linkage-action" aria-label={`${l.step(name + 1)} ${title}`}>
                    <header>
                      <strong>
                        {l.step(name + 1)}　{title}
                      </strong>
                      <Button size="small" disabled={name === 0} onClick={() => move(name, name - 1)}>
                        {l.up}
                      </Button>
                      <Button size="small" disabled={name === fields.length - 1} onClick={() => move(name, name + 1)}>
                        {l.down}
                      </Button>
                      <Button size="small" type="text" onClick={() => remove(name)}>
                        {l.remove}
                      </Button>
                    </header>
                    {isCameras ? <CameraFields name={name} /> : <OrderFields name={name} />}
                  </li>
                )
              })}
            </ol>
            <Form.ErrorList errors={errors} />
            <div className="linkage-add">
              <Button size="small" disabled={fields.length >= MOST_ACTIONS} onClick={() => add(newOrder())}>
                {l.addOrder}
              </Button>
              <Button size="small" disabled={fields.length >= MOST_ACTIONS} onClick={() => add(newCameras())}>
                {l.addCameras}
              </Button>
            </div>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
