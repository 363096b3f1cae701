import { writeFile } from 'node:fs/promises'
import { readable } from '../cim/write.ts'
import type { Step } from '../import/importer.ts'
import { importInto, NothingUsable } from '../import/run.ts'
import type { Result } from '../import/summary.ts'
import { bilingual } from '../import/words.ts'
import { type Command, FAILED, GOOD, type Terminal } from './command.ts'
import { readImport } from './import-options.ts'
import { resultLines } from './result.ts'

export const importCommand: Command = {
  name: 'import',
  line: 'import FILE --out DIR      导入真实社区  |  bring a real community in',
  help: `npm run place -- import FILE --out DIR [选项 options]

  把真实社区导入场地文件夹。FILE 可以是：
  Brings a real community into a site folder. FILE is one of:
    CityJSON 1.0, 1.1, 2.0 · CityJSONSeq · GeoJSON · GeoJSON 序列 sequence (.geojsonl, RFC 8142) · 以上文件可为 .gz
    3D Tiles 瓦片集：文件夹、tileset.json 或 http(s) 地址  |  a tileset: its folder, its tileset.json or an address

  --out DIR          场地文件夹  |  the site folder
  --id ID            社区编号；瓦片集则为其编号  |  the community's id; of a tileset, its own
  --name NAME        名称  |  its name, in any language
  --epsg N           坐标系，如 4526，覆盖文件所注  |  the coordinate system, whatever the file says
  --offset SYSTEM    wgs84 · gcj02 · bd09：坐标的偏移  |  how the coordinates are shifted
  --reference FILE   若干真实点（GeoJSON，同编号或同名），据此判断偏移
                     a few true points under the same ids or names: the shift is found by them
  --swap-axes        坐标先北后东  |  the northing comes first
  --datum M          地面高程（米）  |  height of the ground
  --lift M           瓦片集抬升（米）  |  metres by which a tileset is raised
  --max-gb N         瓦片集大小上限，默认 50  |  a larger tileset is refused
  --replace          替换已有内容，旧文件留在 before-import-N
                     takes the place of what is there; the old files are kept in before-import-N
  --report FILE      报告另存一份，失败时也写  |  the report once more, written even when nothing was usable
  --help

  退出码 exit code: 0 成功 good · 1 无可用内容或失败 nothing usable, or failed · 2 用法错误 wrong usage`,

  async run(args, terminal) {
    const { source, out, report, options } = readImport(args)
    const progress = (step: Step) => terminal.progress(progressOf(step))
    try {
      const result = await importInto(out, source, { ...options, signal: terminal.signal, progress })
      await tell(terminal, result, report)
      terminal.say(bilingual({ zh: `已写入 ${out}`, en: `written to ${out}` }))
      terminal.say(
        bilingual({ zh: `下一步：npm run place -- build ${out}`, en: `next: npm run place -- build ${out}` }),
      )
      return GOOD
    } catch (error) {
      if (!(error instanceof NothingUsable)) throw error
      await tell(terminal, error.result, report)
      terminal.warn(
        bilingual({ zh: '没有可用内容，未写入任何文件', en: 'nothing was usable, and nothing was written' }),
      )
      return FAILED
    }
  },
}

async function tell(terminal: Terminal, result: Result, report: string | undefined): Promise<void> {
  for (const line of resultLines(result)) terminal.say(line)
  if (report !== undefined) await writeFile(report, readable(result))
}

function progressOf({ phase, done, total, unit }: Step): string {
  const amount = unit === 'bytes' ? `${(done / 1e6).toFixed(0)} MB` : `${done}`
  const share = total ? ` ${Math.min(100, Math.floor((done / total) * 100))} %` : ''
  return `${bilingual(phase)}${share} (${amount})`
}
