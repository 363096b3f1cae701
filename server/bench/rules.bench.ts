import { Engine } from 'json-rules-engine'
import { seededRandom } from '#shared/random.ts'
import { Rule } from '#shared/world/rules.ts'
import { defineBench, median, round } from '../../scripts/bench/bench.ts'
import { RulesEngine, type Subject } from '../areas/rules/engine/engine.ts'

const RULES = 40
const METRICS = 8
const DEVICES = 200
const ROUNDS = 5
const MEASURE_MS = 1000
const MESSAGES = 4096

type Values = Record<string, number>

/** One message of a device through forty rules, all of which have something to say of it. */
export default defineBench('rules', async (record) => {
  const random = seededRandom(7)
  const rules = Array.from({ length: RULES }, (_, i) => limitRule(i))
  const messages = Array.from({ length: MESSAGES }, () =>
    Object.fromEntries(Array.from({ length: METRICS }, (_, m) => [`m${m}`, random() * 100])),
  )
  const runs = { ours: ours(rules), peer: peer(rules), bare: bare(rules) }
  const rates = { ours: [] as number[], peer: [] as number[], bare: [] as number[] }
  for (let i = 0; i <= ROUNDS; i++)
    for (const name of ['ours', 'peer', 'bare'] as const) {
      const rate = await rateOf(runs[name], messages)
      if (i > 0) rates[name].push(rate)
    }
  const ratio = median(rates.ours.map((rate, i) => rate / (rates.peer[i] as number)))
  record({
    name: 'rules.rate',
    value: Math.round(median(rates.ours)),
    unit: `messages/s through ${RULES} rules each`,
    against: `json-rules-engine ${Math.round(median(rates.peer))}; bare closures ${Math.round(median(rates.bare))}`,
    ratio: round(ratio, 0),
    target: 'ratio >= 50',
    met: ratio >= 50,
  })
})

function limitRule(i: number): Rule {
  const text = { zh: '规则', en: 'rule' }
  const when = { is: i % 2 === 0 ? 'above' : 'below', metric: `m${i % METRICS}`, limit: (i * 97) % 100, deadBand: 2 }
  return Rule.parse({ kind: 'k', rule: `r${i}`, name: text, advice: text, grade: 3, when })
}

/** Takes messages one after another; a promise where its maker can do no better. */
type Run = (values: Values, i: number) => unknown

function ours(rules: Rule[]): Run {
  const engine = new RulesEngine({ rules: () => rules, isOn: () => false, isOnAt: () => false })
  const devices = Array.from({ length: DEVICES }, (_, i): Subject => ({ device: `d${i}`, kind: 'k', place: 'jx/z1' }))
  return (values, i) => engine.read(devices[i % DEVICES] as Subject, i, i, values)
}

function peer(rules: Rule[]): Run {
  const engine = new Engine()
  for (const { when } of rules) {
    if (!('limit' in when)) continue
    const operator = when.is === 'above' ? 'greaterThan' : 'lessThan'
    const conditions = { all: [{ fact: when.metric, operator, value: when.limit }] }
    engine.addRule({ conditions, event: { type: 'beyond' } })
  }
  return (values) => engine.run(values)
}

function bare(rules: Rule[]): Run {
  const closures = rules.flatMap(({ when }) => {
    if (!('limit' in when)) return []
    const { metric, limit } = when
    return [
      when.is === 'above'
        ? (values: Values) => (values[metric] as number) > limit
        : (values: Values) => (values[metric] as number) < limit,
    ]
  })
  let beyond = 0
  return (values) => {
    for (const closure of closures) if (closure(values)) beyond++
    return beyond
  }
}

async function rateOf(run: Run, messages: readonly Values[]): Promise<number> {
  const from = performance.now()
  let done = 0
  while (performance.now() - from < MEASURE_MS)
    for (let i = 0; i < 64; i++) {
      const answer = run(messages[done % MESSAGES] as Values, done)
      if (answer instanceof Promise) await answer
      done++
    }
  return (done / (performance.now() - from)) * 1000
}
