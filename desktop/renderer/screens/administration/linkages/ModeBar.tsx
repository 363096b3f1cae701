import { Alert, App as AntApp, Button, Tag } from 'antd'
import { setLinkageMode } from '#shared/contract/linkages.ts'
import { LinkageMode } from '#shared/world/linkages.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { useAttempt } from '../use-attempt.ts'
import { isDangerous, type KnownLinkage } from './entry.ts'
import { actionText } from './words.ts'

export const MODE_COLORS = { off: 'default', dry: 'blue', armed: 'red' } as const

interface Props {
  linkage: KnownLinkage
  seen: number
  /** Something is typed that is not saved. */
  isChanged: boolean
  done(): void
}

/** Whether it acts. Arming is asked for twice, with what it means. */
export function ModeBar({ linkage, seen, isChanged, done }: Props) {
  const center = useCenter()
  const { t, language } = useSpeech()
  const a = useAdminTexts()
  const l = a.linkages
  const { modal } = AntApp.useApp()
  const { busy, problem, attempt } = useAttempt(done)
  const { name, mode, actions, armedAt, armedBy } = linkage
  const set = (to: LinkageMode) =>
    attempt(() => center.ask(setLinkageMode, { linkage: linkage.linkage, mode: to, seen }), l.modeSet[to])
  const isSure = actions.some((one) => one.do === 'order' && one.authorised && isDangerous(one.kinds, one.command))
  const arm = () =>
    modal.confirm({
      title: l.armTitle(name[language]),
      width: 520,
      content: (
        <>
          <p>{l.armText}</p>
          <ol className="linkage-arm">
            {actions.map((action) => {
              const text = actionText(action, { words: l, language })
              return <li key={text}>{text}</li>
            })}
          </ol>
          {isSure && <Alert type="warning" showIcon title={l.armAuthorised} />}
        </>
      ),
      okText: l.armYes,
      okButtonProps: { danger: true },
      cancelText: a.cancel,
      onOk: () => set('armed'),
    })
  return (
    <section className="linkage-mode" aria-label={l.mode}>
      <Tag color={MODE_COLORS[mode]}>{l.modes[mode]}</Tag>
      {mode === 'armed' && armedAt !== undefined && (
        <span className="dim">{l.armedBy(armedBy?.name ?? armedBy?.id ?? '', dateTime(armedAt))}</span>
      )}
      {isChanged && <span className="dim">{mode === 'armed' ? l.backToDry : l.unsavedMode}</span>}
      {LinkageMode.options
        .filter((one) => one !== mode)
        .map((one) => (
          <Button
            key={one}
            size="small"
            danger={one === 'armed'}
            disabled={busy || isChanged}
            onClick={() => (one === 'armed' ? arm() : void set(one))}
          >
            {l.toMode[one]}
          </Button>
        ))}
      {problem && <Alert type="error" showIcon title={t.errors[problem]} />}
    </section>
  )
}
