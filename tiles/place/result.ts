import type { Group } from '../import/groups.ts'
import type { Result } from '../import/summary.ts'
import { bilingual } from '../import/words.ts'

const MOST_LEFT_OUT = 20
const MOST_REMARKED = 5

/** What a person wants to know at once; everything else stands in the report. */
export function resultLines({
  taken,
  remarked,
  leftOutCount,
  notTaken,
  notes,
  leftOut,
  remarks,
  format,
  seconds,
  kept,
}: Result): string[] {
  const lines = [
    bilingual({
      zh: `${format}：导入建筑 ${taken.buildings} 栋（其中 ${remarked} 栋有说明），未导入 ${leftOutCount} 个，用时 ${seconds.toFixed(1)} 秒`,
      en: `${format}: ${taken.buildings} buildings taken (${remarked} with a remark), ${leftOutCount} objects left out, ${seconds.toFixed(1)} s`,
    }),
  ]
  if (taken.tilesets > 0)
    lines.push(bilingual({ zh: `瓦片集 ${taken.files} 个文件`, en: `a tileset of ${taken.files} files` }))
  if (taken.grounds + taken.trees > 0)
    lines.push(
      bilingual({
        zh: `地面 ${taken.grounds}，树木 ${taken.trees}`,
        en: `${taken.grounds} grounds, ${taken.trees} trees`,
      }),
    )
  for (const note of notes) lines.push(`* ${bilingual(note)}`)
  lines.push(...section(leftOut, { zh: '未导入', en: 'left out' }, MOST_LEFT_OUT))
  lines.push(...section(remarks, { zh: '有说明', en: 'taken with a remark' }, MOST_REMARKED))
  const others = Object.entries(notTaken)
  if (others.length > 0) {
    const list = others.map(([type, count]) => `${type} ${count}`).join(', ')
    lines.push(bilingual({ zh: `不属于本模型的对象：${list}`, en: `of sorts that have no place here: ${list}` }))
  }
  if (kept !== undefined)
    lines.push(bilingual({ zh: `旧文件保留在 ${kept}`, en: `the files before are kept in ${kept}` }))
  return lines
}

/** The objects of each reason, as many as one reads. */
export function section(groups: readonly Group[], title: { zh: string; en: string }, most: number): string[] {
  return groups.flatMap((group) => {
    const shown = group.entries
      .slice(0, most)
      .map(({ object, detail }) => `    ${object}${detail ? `  (${detail})` : ''}`)
    const more = group.count - shown.length
    if (more > 0)
      shown.push(`    ${bilingual({ zh: `… 另有 ${more} 个，见报告`, en: `... and ${more} more, see the report` })}`)
    const head = { zh: `${title.zh}：${group.zh}（${group.count}）`, en: `${title.en}: ${group.en} (${group.count})` }
    return [`- ${bilingual(head)}`, ...shown]
  })
}
