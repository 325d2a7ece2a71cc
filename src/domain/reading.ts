import type { Item, Target } from './item.ts'
import type { Severity } from './severity.ts'

/** What somebody answered: as it is shown, and as a number in the item's unit where it is one. */
export type Reading = { readonly text: string; readonly value: number | null }

/** Null where the item is in order; else the severity that its threshold names, or `plain` for a missed target. */
export type Verdict = null | 'plain' | Severity

/** Longest text answer that is kept; Slack's own input allows 3,000. */
export const longestAnswer = 3000

/** Minutes in a time unit, for converting between an answer's unit and the item's. */
const minutesIn: Readonly<Record<string, number>> = { ms: 1 / 60_000, s: 1 / 60, min: 1, h: 60, d: 1440 }
const unitAliases: Readonly<Record<string, string>> = {
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  m: 'min',
  mins: 'min',
  minute: 'min',
  minutes: 'min',
  hour: 'h',
  hours: 'h',
  hr: 'h',
  hrs: 'h',
  day: 'd',
  days: 'd',
}

/** The reading that a typed answer means, or what the item wants instead. */
export function readAnswer(item: Item, answer: string): Reading | { readonly wants: string } {
  const typed = answer.trim()
  switch (item.kind) {
    case 'check':
      return { wants: 'a tick' }
    case 'number':
    case 'percent':
    case 'money':
      return readNumber(item, typed)
    case 'duration':
      return readDuration(item, typed)
    case 'yes-no':
      return readWord(['Yes', 'No'], typed)
    case 'choice':
      return readWord(item.options, typed)
    case 'text':
      if (typed === '') return { wants: 'some words' }
      return typed.length > longestAnswer
        ? { wants: `at most ${longestAnswer.toLocaleString('en')} characters` }
        : { text: typed, value: null }
  }
}

function readNumber(item: Item, typed: string): Reading | { readonly wants: string } {
  const value = decimal(typed.replace(/[%$€£]/gu, '').replace(item.unit ?? '', ''))
  return value === undefined ? { wants: numberWanted(item) } : { text: withUnit(item, value), value }
}

function numberWanted(item: Item): string {
  if (item.kind === 'percent') return 'a percentage such as 97.5'
  if (item.kind === 'money') return `an amount such as ${item.unit ?? ''}1250.00`
  return item.unit ? `a number in ${item.unit} such as 12` : 'a number such as 12'
}

/** An amount as `decimal` reads it, with its unit. */
const amountOfTime = /(\d[\d.,]*)\s*([a-z]+)/gu

function readDuration(item: Item, typed: string): Reading | { readonly wants: string } {
  const unit = timeUnit(item.unit ?? 'min')
  const wants = { wants: `a duration such as 12 ${unit} or 1h 30m` }
  const bare = decimal(typed)
  if (bare !== undefined) return bare < 0 ? wants : { text: withUnit(item, bare), value: bare }
  const words = typed.toLowerCase()
  const parts = [...words.matchAll(amountOfTime)]
  if (parts.length === 0 || words.replace(amountOfTime, '').trim() !== '') return wants
  let minutes = 0
  for (const [, typedAmount = '', name = ''] of parts) {
    const amount = decimal(typedAmount)
    const length = minutesIn[timeUnit(name)]
    if (amount === undefined || length === undefined) return wants
    minutes += amount * length
  }
  const value = tidy(minutes / (minutesIn[unit] ?? 1))
  return { text: withUnit(item, value), value }
}

function readWord(words: readonly string[], typed: string): Reading | { readonly wants: string } {
  const word = words.find((candidate) => candidate.toLowerCase() === typed.toLowerCase())
  return word === undefined ? { wants: `one of: ${words.join(', ')}` } : { text: word, value: null }
}

/** Whether a reading meets the item's targets, and how bad it is if not. */
export function judge(item: Item, reading: Reading): Verdict {
  if (item.critical && meets(item.critical.when, reading)) return item.critical.severity
  if (item.targets.some((target) => !meets(target, reading))) return item.severity ?? 'plain'
  if (item.flag.some((word) => word.toLowerCase() === reading.text.toLowerCase())) return item.severity ?? 'plain'
  return null
}

export function meets(target: Target, reading: Reading): boolean {
  if (target.op === 'is') return reading.text.toLowerCase() === target.word.toLowerCase()
  const { value } = reading
  if (value === null) return true
  switch (target.op) {
    case '<':
      return value < target.value
    case '<=':
      return value <= target.value
    case '>':
      return value > target.value
    case '>=':
      return value >= target.value
    case '=':
      return value === target.value
    case 'between':
      return target.low <= value && value <= target.high
  }
}

/** "< 10 ms", "between 1 and 5", "yes": the target in the item's unit. */
export function targetInWords(item: Item, target: Target): string {
  switch (target.op) {
    case 'is':
      return target.word
    case 'between':
      return `${withUnit(item, target.low)} to ${withUnit(item, target.high)}`
    default:
      return `${target.op} ${withUnit(item, target.value)}`
  }
}

export function targetsInWords(item: Item): string {
  return item.targets.map((target) => targetInWords(item, target)).join(', ')
}

/** "97.5 %" and "$1,250" as people write them. */
export function withUnit(item: Item, value: number): string {
  const figure = value.toLocaleString('en', { maximumFractionDigits: 6 })
  if (item.kind === 'percent') return `${figure} %`
  if (item.kind === 'money') return value < 0 ? `-${item.unit ?? ''}${figure.slice(1)}` : `${item.unit ?? ''}${figure}`
  if (item.kind === 'duration') return `${figure} ${timeUnit(item.unit ?? 'min')}`
  return item.unit ? `${figure} ${item.unit}` : figure
}

/**
 * "1,250.5", "1250,5" and "1 250.5" are numbers; "1,250" is twelve hundred and fifty. Nobody groups thousands behind
 * a nought, so "0,125" is an eighth.
 */
function decimal(typed: string): number | undefined {
  const text = typed.trim().replace(/[\s\u00a0_]/gu, '')
  const grouped = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/u.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')
  if (!/^[+-]?(\d+(\.\d+)?|\.\d+)$/u.test(grouped)) return undefined
  const value = Number(grouped)
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? value : undefined
}

function timeUnit(name: string): string {
  return unitAliases[name.toLowerCase()] ?? name.toLowerCase()
}

/** Without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
