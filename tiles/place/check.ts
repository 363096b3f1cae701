import { writeFile } from 'node:fs/promises'
import { readable } from '../cim/write.ts'
import { bilingual } from '../import/words.ts'
import { pathOf, readArguments, text } from './arguments.ts'
import { checkSite } from './check/site.ts'
import { type Command, FAILED, GOOD } from './command.ts'
import { section } from './result.ts'

export const checkCommand: Command = {
  name: 'check',
  line: 'check DIR                  检查场地文件夹  |  check a site folder',
  help: `npm run place -- check DIR

  按数据模型读取整个场地文件夹并相互核对：编号、所属、楼层、路网、室内、通行、住户、瓦片、北斗网格码。
  Reads all of a site folder by the model and holds everything against everything else: ids, places, floors, roads,
  interiors, ways, households, tiles, Beidou grid codes.

  --report FILE   全部结果写入文件  |  everything that was found, in a file

  退出码 exit code: 0 无误 nothing is wrong · 1 有误 something is wrong · 2 用法错误 wrong usage`,

  async run(args, terminal) {
    const { values, named } = readArguments(args, { report: text } as const, 'DIR')
    const folder = pathOf(named)
    const { findings, counts } = await checkSite(folder, (file, done) => {
      terminal.signal.throwIfAborted()
      terminal.progress(`${bilingual({ zh: '检查', en: 'checking' })} ${file} (${done})`)
    })
    const { wrong, remarks } = findings
    const { buildings, interiors, devices, households } = counts
    terminal.say(
      bilingual({
        zh: `建筑 ${buildings}，室内 ${interiors}，设备 ${devices}，住户 ${households}`,
        en: `${buildings} buildings, ${interiors} interiors, ${devices} devices, ${households} households`,
      }),
    )
    for (const line of section(wrong.all, { zh: '有误', en: 'wrong' }, 20)) terminal.say(line)
    for (const line of section(remarks.all, { zh: '提示', en: 'remark' }, 5)) terminal.say(line)
    if (values.report !== undefined)
      await writeFile(pathOf(values.report), readable({ folder, ...counts, wrong: wrong.all, remarks: remarks.all }))
    const { count } = wrong
    terminal.say(
      count === 0
        ? bilingual({ zh: '没有错误', en: 'nothing is wrong' })
        : bilingual({ zh: `${count} 处有误`, en: `${count} things are wrong` }),
    )
    return count === 0 ? GOOD : FAILED
  },
}
