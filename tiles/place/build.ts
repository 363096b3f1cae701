import { bilingual, printable } from '../import/words.ts'
import { pathOf, readArguments } from './arguments.ts'
import { type Command, GOOD, type Terminal } from './command.ts'

export const buildCommand: Command = {
  name: 'build',
  line: 'build DIR                  生成 3D 瓦片  |  make the tiles of a site',
  help: `npm run place -- build DIR

  由场地文件夹生成 3D Tiles 1.1（DIR/tiles）。未改动则不重做。
  Makes the 3D Tiles 1.1 of a site folder, in DIR/tiles. Nothing is made anew that has not changed.

  退出码 exit code: 0 成功 good · 1 失败 failed · 2 用法错误 wrong usage`,

  async run(args, terminal) {
    const { named } = readArguments(args, {}, 'DIR')
    await build(pathOf(named), terminal)
    return GOOD
  },
}

const phases: Record<string, string> = {
  read: '读取',
  buildings: '建筑',
  interiors: '室内',
  ground: '地面',
  done: '完成',
}
const MOST = 20

export async function build(folder: string, terminal: Terminal): Promise<void> {
  // Loaded only when it is wanted: the tiler brings half of glTF along.
  const { buildTiles } = await import('../write/build.ts')
  const { buildings, tiles, bytes, interiors, triangles, seconds, problems } = await buildTiles(folder, {
    progress({ phase, done, total }) {
      // The tiler undoes what it began when it is thrown at.
      terminal.signal.throwIfAborted()
      const share = total ? ` ${Math.floor((done / total) * 100)} %` : ''
      terminal.progress(`${bilingual({ zh: phases[phase] ?? phase, en: phase })}${share} (${done})`)
    },
  })
  for (const { object, reason } of problems.slice(0, MOST))
    terminal.say(`- ${printable(object)}: ${printable(reason, 200)}`)
  if (problems.length > MOST)
    terminal.say(bilingual({ zh: `… 另有 ${problems.length - MOST} 个`, en: `... and ${problems.length - MOST} more` }))
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  terminal.say(
    bilingual({
      zh: `建筑 ${buildings}，室内 ${interiors}，瓦片 ${tiles}（${size}），三角形 ${triangles}，用时 ${seconds.toFixed(1)} 秒`,
      en: `${buildings} buildings, ${interiors} interiors, ${tiles} tiles (${size}), ${triangles} triangles, ${seconds.toFixed(1)} s`,
    }),
  )
  terminal.say(bilingual({ zh: `启动：npm start -- --site ${folder}`, en: `start it: npm start -- --site ${folder}` }))
}
