import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** Who may import whom: the first rule whose `of` is the start of a file's path says where it may reach. */
export interface Rule {
  of: string
  may: string[]
}

const SHARED = 'shared/'
const MODELS = 'models/'
const SITE = 'tiles/cim/'
const R = 'desktop/renderer/'
const EVERYTHING = ['']
const DATA = [SHARED, MODELS, 'tiles/']
const inRenderer = (...parts: string[]) => parts.map((part) => `${R}${part}/`)

/** The layout of the house. Within its own part a file may always reach; the first rule that fits a file counts. */
export const rules: Rule[] = [
  { of: 'scripts/', may: EVERYTHING },
  { of: 'desktop/e2e/', may: EVERYTHING },
  { of: 'desktop/bench/', may: EVERYTHING },
  { of: SHARED, may: [] },
  { of: MODELS, may: [SHARED] },
  { of: SITE, may: [SHARED] },
  { of: 'tiles/', may: [SHARED, MODELS] },
  { of: 'simulator/', may: [SHARED, MODELS, SITE] },
  { of: 'server/demo/', may: ['server/', SHARED, MODELS, SITE, 'tiles/demo/'] },
  { of: 'server/', may: [SHARED, MODELS, SITE, 'package.json'] },
  { of: `${R}i18n/`, may: DATA },
  { of: `${R}theme/`, may: [...inRenderer('i18n'), ...DATA] },
  { of: `${R}players/`, may: [SHARED] },
  { of: `${R}store/`, may: [...inRenderer('players', 'i18n'), ...DATA] },
  { of: `${R}scene/`, may: [...inRenderer('store', 'players', 'theme', 'i18n'), ...DATA] },
  { of: `${R}sound/`, may: [...inRenderer('store', 'players', 'i18n'), ...DATA] },
  { of: `${R}video/`, may: [...inRenderer('store', 'players', 'theme', 'i18n'), ...DATA] },
  { of: `${R}layers/`, may: [...inRenderer('scene', 'video', 'store', 'players', 'theme', 'i18n'), ...DATA] },
  { of: `${R}panels/`, may: [...inRenderer('scene', 'video', 'store', 'players', 'theme', 'i18n'), ...DATA] },
  {
    of: `${R}screens/`,
    may: [...inRenderer('panels', 'layers', 'scene', 'sound', 'video', 'store', 'players', 'theme', 'i18n'), ...DATA],
  },
  // What passes between the page and the shell around it is written once, with the shell.
  { of: R, may: [...DATA, 'desktop/electron/channels.ts', 'desktop/launch/page-settings.ts'] },
  { of: 'desktop/', may: [...DATA, 'package.json'] },
]

/** Folders whose own folders must not know one another. */
const strangers = [`${R}panels/`]

const ALIASES: Record<string, string> = { '#shared/': 'shared/', '#models/': 'models/', '#tiles/': 'tiles/' }
const IMPORT =
  /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\bimport\.meta\.glob\s*(?:<[^>]*>)?\s*\(\s*|\bmock\s*\(\s*)(['"`])([^'"`\n]+)\1/g

/** What a file imports of ours, as paths from the root. Packages are left out. */
export function importsOf(file: string, text: string): string[] {
  const found: string[] = []
  for (const [, , wanted = ''] of withoutComments(text).matchAll(IMPORT)) {
    const alias = Object.keys(ALIASES).find((start) => wanted.startsWith(start))
    if (alias) found.push((ALIASES[alias] as string) + wanted.slice(alias.length))
    else if (wanted.startsWith('.')) found.push(normalize(join(dirname(file), wanted)).replaceAll('\\', '/'))
  }
  return found
}

const STRING_OR_COMMENT = /(["'])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\.|[^\\`])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

function withoutComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (found) => (found.startsWith('/') ? '' : found))
}

/** Why `file` may not import `wanted`; undefined: it may. */
export function objection(file: string, wanted: string): string | undefined {
  const rule = rules.find(({ of }) => file.startsWith(of))
  if (!rule) return file.includes('/') ? `no rule says what ${file} may import` : undefined
  if (file.endsWith('.bench.ts') && wanted.startsWith('scripts/bench/')) return undefined
  const stranger = strangers.find((folder) => file.startsWith(folder) && wanted.startsWith(folder))
  if (stranger && areStrangers(partOf(file, stranger), partOf(wanted, stranger)) && wanted !== `${stranger}panel.ts`)
    return `${stranger} never import one another`
  if (wanted.startsWith(rule.of) || rule.may.some((start) => wanted.startsWith(start))) return undefined
  return `${rule.of} may import ${rule.may.length > 0 ? rule.may.join(', ') : 'nothing of ours'}`
}

function areStrangers(part: string, other: string): boolean {
  return part !== '' && part !== other
}

/** The folder directly below; '' for a file there: the list that names the folders, and what each of them is. */
function partOf(path: string, folder: string): string {
  const rest = path.slice(folder.length)
  return rest.includes('/') ? (rest.split('/')[0] as string) : ''
}

const PASSED_OVER = new Set(['node_modules', 'dist', 'data', 'coverage', '.git'])

/** Every source file of the project. */
export function sourceFiles(root: string, folder = ''): string[] {
  const found: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder + entry.name
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name)) found.push(...sourceFiles(root, `${path}/`))
    } else if (/\.tsx?$/.test(entry.name)) found.push(path)
  }
  return found
}

/** Every forbidden import there is, in words. */
export function forbiddenImports(root: string): string[] {
  return sourceFiles(root).flatMap((file) =>
    importsOf(file, readFileSync(join(root, file), 'utf8')).flatMap((wanted) => {
      const why = objection(file, wanted)
      return why ? [`${file} imports ${wanted}: ${why}`] : []
    }),
  )
}
