import { readdir } from 'node:fs/promises'
import { Refused } from '../import/refused.ts'
import { existingSite } from '../import/site/existing.ts'
import { Incoming } from '../import/site/incoming.ts'
import { bilingual } from '../import/words.ts'
import { flag, folderOf, numberOf, readArguments, text } from './arguments.ts'
import { build } from './build.ts'
import { type Command, GOOD, WrongUsage } from './command.ts'

const MOST_MOVERS = 100_000

export const demoCommand: Command = {
  name: 'demo',
  line: 'demo --seed N --out DIR    生成演示社区  |  make the demonstration community',
  help: `npm run place -- demo --seed N --out DIR

  生成演示社区“锦绣社区”及其瓦片；同一种子得到同一社区。
  Makes the demonstration community and its tiles; the same seed makes the same community.

  --out DIR     场地文件夹  |  the site folder
  --seed N      默认 2026  |  default 2026
  --movers N    值勤人员与车辆数，默认 100  |  people and vehicles on duty, default 100
  --no-build    不生成瓦片  |  without the tiles
  --replace     替换已有社区，旧文件留在 before-import-N  |  in the place of what is there, which is kept in before-import-N

  退出码 exit code: 0 成功 good · 1 失败 failed · 2 用法错误 wrong usage`,

  async run(args, terminal) {
    const options = { out: text, seed: text, movers: text, 'no-build': flag, replace: flag } as const
    const { values } = readArguments(args, options, undefined)
    const out = folderOf(values.out)
    const seed = numberOf('seed', values.seed, 0, 2 ** 31) ?? 2026
    if (!Number.isInteger(seed)) throw new WrongUsage('--seed wants a whole number')
    const movers = numberOf('movers', values.movers, 0, MOST_MOVERS)
    if (movers !== undefined && !Number.isInteger(movers)) throw new WrongUsage('--movers wants a whole number')
    if ((await existingSite(out)) && !values.replace)
      throw new Refused('folder.inhabited', {
        zh: `${out} 已是场地文件夹；用 --replace 替换`,
        en: `${out} is a site folder already: replace it with --replace`,
      })
    const incoming = await Incoming.open(out)
    try {
      const { writeDemo } = await import('../demo/write.ts')
      await writeDemo(incoming.folder, seed, { movers })
      terminal.signal.throwIfAborted()
      const names = await readdir(incoming.folder)
      const last = 'community.json'
      await incoming.commit([...names.filter((name) => name !== last), last], () => true)
    } finally {
      await incoming.discard()
    }
    terminal.say(
      bilingual({ zh: `演示社区（种子 ${seed}）已写入 ${out}`, en: `the demonstration (seed ${seed}) is in ${out}` }),
    )
    if (!values['no-build']) await build(out, terminal)
    return GOOD
  },
}
