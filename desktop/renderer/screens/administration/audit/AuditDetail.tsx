import type { AuditEntry } from '#shared/contract/audit.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { DetailDrawer } from '../DetailDrawer.tsx'
import { callInWords, resultInWords } from './words.ts'

/** One entry in full. */
export function AuditDetail({ entry, close }: { entry: AuditEntry; close(): void }) {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const { id, at, by, from, call, input, result } = entry
  return (
    <DetailDrawer
      title={`${a.audit.detail} ${id}`}
      close={close}
      facts={[
        [a.audit.time, dateTime(at)],
        [a.audit.who, `${by.name ?? ''} ${by.id} (${a.export.kinds[by.kind]})`],
        [a.audit.from, from],
        [a.audit.call, `${callInWords(call, a)} ${call}`],
        [a.audit.result, result === 'done' ? a.audit.done : `${resultInWords(result, t, a)} ${result}`],
      ]}
      label={a.audit.input}
      content={JSON.stringify(input, null, 2)}
    />
  )
}
