import type { Item, Target } from '../item.ts'
import { withUnit } from './amount.ts'
import { judge, missesGoal, missesTarget, warningOn } from './judge.ts'
import type { Period } from './period.ts'
import type { Compared, Reading } from './reading.ts'

/** "< 10 ms", "1 to 5 °C", "yes", "rising on last week": the target in the item's unit. */
export function targetInWords(item: Item, target: Target): string {
  switch (target.op) {
    case 'is':
      return target.word
    case 'between':
      return `${withUnit(item, target.low)} to ${withUnit(item, target.high)}`
    case 'trend':
      return `${target.way}${target.by === null ? '' : ` by ${target.by} %`} on ${periodInWords(target.on)}`
    default:
      return `${target.op} ${withUnit(item, target.value)}`
  }
}

export function targetsInWords(item: Item): string {
  return item.targets.map((target) => targetInWords(item, target)).join(', ')
}

/** Which answers are in order: `< 10`, or of a choice `Excellent or Good`; empty where any is. */
export function wantedInWords(item: Item): string {
  if (item.targets.length > 0) return targetsInWords(item)
  if (item.kind === 'status') return item.options[0] ?? ''
  if (item.flag.length === 0) return ''
  const flagged = new Set(item.flag.map((word) => word.toLowerCase()))
  const answers = item.kind === 'yes-no' ? ['Yes', 'No'] : item.options
  const wanted = answers.filter((word) => !flagged.has(word.toLowerCase()))
  return [wanted.slice(0, -1).join(', '), ...wanted.slice(-1)].filter((part) => part !== '').join(' or ')
}

/** `p95, target < 200 ms, stretch < 150 ms`: all that is asked of an answer before it is given; empty where nothing is. */
export function askedInWords(item: Item): string {
  const wanted = wantedInWords(item)
  const threshold = item.targets.length > 0 || wanted === '' ? thresholdsInWords(item) : ''
  const parts = [
    item.statistic ?? '',
    wanted && `target ${wanted}`,
    threshold,
    item.goal === undefined ? '' : `goal ${item.goal.op === '>=' ? 'at least' : 'at most'} as set before`,
    item.stretch === undefined ? '' : `stretch ${targetInWords(item, item.stretch)}`,
    item.top === undefined ? '' : `top ${item.top}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/**
 * What a failed reading should have been: its target, and the threshold that it crossed; of one that meets both, its
 * goal.
 */
export function missedInWords(item: Item, reading: Reading): string | null {
  const wanted = wantedInWords(item)
  const { threshold } = judge(item, reading)
  // A word that is a threshold is the answer itself, and tells nothing.
  const crossed = threshold?.when.op === 'is' ? null : threshold
  const missed = [
    wanted !== '' && (missesTarget(item, reading) || crossed !== threshold) ? `target ${wanted}` : null,
    crossed && `${crossed === item.critical ? 'critical' : 'warning'} ${targetInWords(item, crossed.when)}`,
  ].filter((part) => part !== null)
  if (missed.length > 0) return missed.join(', ')
  const goal = missesGoal(item, reading) && reading.compared?.find((one) => one.with === 'goal')
  return goal ? goalInWords(item, goal) : null
}

/**
 * What to do about a reading: the action of the threshold that decided it; else, once it has failed, the item's own,
 * or that of the warning that came before.
 */
export function actionFor(item: Item, reading: Reading | null): string | null {
  if (reading === null) return item.ifFailed ?? null
  const { grade, threshold } = judge(item, reading)
  if (threshold?.do !== undefined) return threshold.do
  return grade === 'failed' ? (item.ifFailed ?? warningOn(item, reading)?.do ?? null) : null
}

const lights = { good: '🟢', middling: '🟡', bad: '🔴' } as const

/** A status beside its light; anything else as it is. */
export function answerInWords(item: Pick<Item, 'kind' | 'options'>, text: string): string {
  if (item.kind !== 'status') return text.replace(/\r?\n/gu, ' · ')
  const place = item.options.findIndex((word) => word.toLowerCase() === text.toLowerCase())
  if (place < 0) return text
  const light = place === 0 ? lights.good : place === item.options.length - 1 ? lights.bad : lights.middling
  return `${light} ${text}`
}

/**
 * `85 %`, `180 ms p95`, `🟡 Minor issues`, `2026-11-19 02:10 (6.8 h old)`: a reading as people see it, who may do so days later.
 */
export function readingInWords(item: Item, reading: Reading): string {
  const text = answerInWords(item, reading.text)
  const { statistic, unit, title } = item
  if (statistic !== undefined && !title.toLowerCase().includes(statistic)) return `${text} ${statistic}`
  if (item.kind !== 'date' || reading.value === null) return text
  const age = Number(Math.abs(reading.value).toFixed(1)).toLocaleString('en')
  if (age === '0' && unit === 'd') return `${text} (same day)`
  return `${text} (${reading.value < 0 ? `${age} ${unit} ahead` : `${age} ${unit} old`})`
}

/** `+12 % on last week`, `first reading`: what it was compared with, what there is nothing of last; empty where with nothing. */
export function comparisonsInWords(item: Item, reading: Reading): readonly string[] {
  const { value, compared = [], first = false, year } = reading
  if (value === null) return []
  const goals = compared.filter((one) => one.with === 'goal').map((one) => goalInWords(item, one))
  const others = first ? [] : compared.filter((one) => one.with !== 'goal')
  const changes = others.flatMap(({ with: period, was }) =>
    was === null ? [] : changeInWords(item, value, period, was),
  )
  const annual = item.annual === undefined || year === undefined ? [] : [yearInWords(item, item.annual, year)]
  const without = others.filter(({ was }) => was === null).map(({ with: period }) => periodInWords(period))
  return [
    ...goals,
    ...(first ? ['first reading'] : changes),
    ...annual,
    ...(without.length === 0 ? [] : [`no reading of ${without.join(' and of ')}`]),
  ]
}

/** `goal at least 100` */
function goalInWords(item: Item, { was }: Compared): string {
  if (was === null) return 'no goal was set'
  return `goal ${item.goal?.op === '<=' ? 'at most' : 'at least'} ${withUnit(item, was)}`
}

function periodInWords(period: Period | 'goal'): string {
  return period.startsWith('same') ? `the ${period}` : period
}

function changeInWords(item: Item, value: number, period: Compared['with'], was: number): string {
  if (value === was) return `as ${periodInWords(period)}`
  const change =
    item.kind === 'percent' || was === 0 ? byAmount(item, value - was) : byShare((value - was) / Math.abs(was))
  return `${change} on ${periodInWords(period)}`
}

/** Of percentages the difference is in points: from 50 % to 60 % is not "+20 %". */
function byAmount(item: Item, change: number): string {
  const size = Number(Math.abs(change).toPrecision(3))
  const text = item.kind === 'percent' ? inPoints(size) : withUnit(item, size)
  return `${change > 0 ? '+' : '−'}${text}`
}

function inPoints(size: number): string {
  return `${size.toLocaleString('en')} ${size === 1 ? 'point' : 'points'}`
}

/** To a tenth below ten: a rise by 9.6 % that was to be one by 10 % must not read as one. */
function byShare(change: number): string {
  const percent = Math.abs(change) * 100
  const shown = percent < 1 ? percent.toPrecision(1) : percent.toFixed(percent < 10 ? 1 : 0)
  const figure = Number(shown).toLocaleString('en')
  return `${change > 0 ? '+' : '−'}${figure} %`
}

/** `46 % of the year's 5,000 (42 % of it gone)` */
function yearInWords(item: Item, annual: number, { stands, gone }: NonNullable<Reading['year']>): string {
  if (!adds(item))
    return `year ${withUnit(item, Number(stands.toPrecision(4)))}, annual target ${withUnit(item, annual)}`
  const share = annual === 0 ? 100 : Math.floor((stands / annual) * 100)
  return `${share} % of the year's ${withUnit(item, annual)} (${Math.floor(gone * 100)} % of the year gone)`
}

/** Amounts add up over a year; shares, ratings and times are averaged. */
export function adds(item: Pick<Item, 'kind' | 'statistic'>): boolean {
  return (item.kind === 'number' || item.kind === 'money') && (item.statistic ?? 'total') === 'total'
}

function thresholdsInWords(item: Item): string {
  const { warning, critical } = item
  return [
    warning ? `warning ${targetInWords(item, warning.when)}` : '',
    critical ? `critical ${targetInWords(item, critical.when)}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}
