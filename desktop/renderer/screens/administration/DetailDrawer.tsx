import { Drawer } from 'antd'

interface Props {
  title: string
  facts: [name: string, value: string][]
  /** Of the content below the facts. */
  label: string
  content: string
  close(): void
}

/** One row of a table in full, however long. */
export function DetailDrawer({ title, facts, label, content, close }: Props) {
  return (
    <Drawer open getContainer={false} rootStyle={{ position: 'absolute' }} size={560} title={title} onClose={close}>
      <dl className="admin-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className="admin-label">{label}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <pre className="admin-content" tabIndex={0}>
        {content}
      </pre>
    </Drawer>
  )
}
