import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { type DeadLetter, listDeadLetters } from '#shared/contract/system.ts'
import { useAdminTexts } from '../../i18n/admin/speech.ts'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter } from '../../store/hooks.ts'
import { DataTable } from './DataTable.tsx'
import { DetailDrawer } from './DetailDrawer.tsx'
import { type LetterCount, LetterCounts } from './LetterCounts.tsx'
import { OlderBar } from './OlderBar.tsx'
import { PageFrame } from './PageFrame.tsx'
import { SearchField } from './SearchField.tsx'
import { useLater } from './use-later.ts'
import { usePages } from './use-pages.ts'

const PAGE = 100

/** What came and was not taken: the first place to look when a device stays silent. */
export function LettersPage() {
  const { t } = useSpeech()
  const a = useAdminTexts()
  const center = useCenter()
  const [typed, setTyped] = useState('')
  const text = useLater(typed.trim())
  const [chosen, setChosen] = useState<{ source: string; code: string }>()
  const [counts, setCounts] = useState<LetterCount[]>([])
  const [shown, setShown] = useState<DeadLetter>()
  const fetch = useCallback(
    async (before: number | undefined) => {
      const { letters, counts } = await center.ask(listDeadLetters, {
        limit: PAGE,
        ...(chosen && { source: chosen.source, code: chosen.code }),
        ...(text && { text }),
        ...(before === undefined ? {} : { before }),
      })
      setCounts(counts)
      const last = letters.at(-1)
      return { rows: letters, next: last && letters.length === PAGE ? { before: last.id } : null }
    },
    [center, chosen, text],
  )
  const pages = usePages<DeadLetter>(fetch, PAGE)
  const sourceIn = (source: string) => a.letters.sources[source] ?? source
  const reasonIn = (code: string) => (t.errors as Record<string, string>)[code] ?? code

  return (
    <PageFrame title={a.pages.letters} hint={a.letters.hint} known={pages}>
      <LetterCounts counts={counts} chosen={chosen} choose={setChosen} />
      <div className="admin-bar">
        <SearchField hint={a.letters.searchHint} value={typed} typed={setTyped} />
      </div>
      <DataTable<DeadLetter>
        label={a.pages.letters}
        width={1080}
        loading={pages.rows.length === 0 && pages.asking}
        empty={{ title: a.letters.empty, hint: a.letters.emptyHint }}
        filtered={text !== '' || chosen !== undefined}
        rowKey="id"
        dataSource={pages.rows}
        columns={[
          { title: a.letters.time, width: 160, render: (_, { at }) => dateTime(at) },
          { title: a.letters.source, width: 110, ellipsis: true, render: (_, { source }) => sourceIn(source) },
          { title: a.letters.from, dataIndex: 'from', width: 170, ellipsis: true },
          { title: a.letters.code, width: 210, ellipsis: true, render: (_, { code }) => reasonIn(code) },
          { title: a.letters.excerpt, ellipsis: true, render: (_, { excerpt }) => <code>{excerpt}</code> },
          {
            title: a.actions,
            width: 90,
            fixed: 'right',
            render: (_, letter) => (
              <Button size="small" onClick={() => setShown(letter)}>
                {a.letters.open}
              </Button>
            ),
          },
        ]}
      />
      <OlderBar pages={pages} />
      {shown && (
        <DetailDrawer
          title={a.letters.detail}
          close={() => setShown(undefined)}
          facts={[
            [a.letters.time, dateTime(shown.at)],
            [a.letters.source, sourceIn(shown.source)],
            [a.letters.from, shown.from],
            [a.letters.code, `${reasonIn(shown.code)} ${shown.code}`],
            [a.letters.reason, shown.reason],
          ]}
          label={a.letters.excerpt}
          content={shown.excerpt}
        />
      )}
    </PageFrame>
  )
}
