import { dayNumber, instantOf, isDate, localDateOf, localTextOf } from '../cadence/time.ts'
import type { Item } from '../item.ts'
import { decimal, inUnit, partsOfTime, scaleOf, tidy, twoFiguresIn, withUnit } from './amount.ts'
import type { Reading } from './reading.ts'

/** Longest text answer that is kept; Slack's own input allows 3,000. */
export const longestAnswer = 3000

/** When and where an answer is given: a date is judged by its age. */
export type Moment = { readonly now: Date; readonly zone: string }

/** What the item wants instead: `a number in °C such as 12`; `got` where what was given reads otherwise than it came. */
type Wants = { readonly wants: string; readonly got?: string }

/** The reading that a typed answer means, or what the item wants instead. */
export function readAnswer(item: Item, answer: string, moment: Moment): Reading | Wants {
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
    case 'rating':
      return readRating(item, typed)
    case 'yes-no':
      return readWord(['Yes', 'No'], typed)
    case 'choice':
    case 'status':
      return readWord(item.options, typed)
    case 'text':
      return item.top === undefined ? readText(typed) : readList(item.top, typed)
    case 'date':
      return readDate(item, typed, moment)
  }
}

/** What a good answer looks like, for whoever is about to give one; empty where there is nothing to explain. */
export function answerExample(item: Item): string {
  switch (item.kind) {
    case 'number':
      return item.unit ? `such as 12.5 ${item.unit}; 12,5 is the same` : 'such as 12.5; 12,5 is the same'
    case 'percent':
      return 'such as 97.5 %; 97,5 is the same'
    case 'money':
      return `such as ${withUnit(item, 1250.5)}; 1.250,50 is the same`
    case 'duration':
      return `such as 12 ${unitOf(item)}, 1.5 h or 1h 30m`
    case 'rating':
      return `0 to ${scaleOf(item.unit)}, such as 4.5`
    case 'text':
      return item.top === undefined ? '' : `One per line, at most ${item.top}`
    default:
      return ''
  }
}

/** As phones and word processors write it, and Rounds itself. */
const minusSign = /^\u2212/u

function readNumber(item: Item, typed: string): Reading | Wants {
  const unit = item.kind === 'percent' ? '%' : (item.unit ?? (item.kind === 'number' ? '%' : ''))
  const figure = withoutUnit(typed.replace(minusSign, '-'), unit)
  const unclear = item.kind === 'percent' ? undefined : twoFiguresIn(figure.trim())
  if (unclear) {
    const what = item.kind === 'money' ? 'an amount' : 'a number'
    return { wants: `${what} that can be read in one way only: ${unclear.meant.join(' or ')}` }
  }
  const value = decimal(figure)
  return value === undefined ? { wants: numberWanted(item) } : { text: withUnit(item, value), value }
}

/** Before the number or behind it, in any case; another unit stays, and makes it unreadable. */
function withoutUnit(typed: string, unit: string): string {
  const text = typed.toLowerCase()
  const word = unit.toLowerCase()
  if (word === '') return typed
  if (text.endsWith(word)) return typed.slice(0, typed.length - unit.length)
  const sign = /^[+-]/u.exec(text)?.[0] ?? ''
  const rest = text.slice(sign.length).trimStart()
  return rest.startsWith(word) ? sign + rest.slice(word.length) : typed
}

function numberWanted(item: Item): string {
  if (item.kind === 'percent') return 'a percentage such as 97.5 (97,5 is the same)'
  if (item.kind === 'money')
    return `an amount${item.unit ? ` in ${item.unit}` : ''} such as ${withUnit(item, 1250.5)} (1.250,50 is the same)`
  const unit = item.unit ? ` in ${item.unit}` : ''
  return `a number${unit} such as 12.5 (12,5 is the same, and 1,250 is 1250)`
}

function readDuration(item: Item, typed: string): Reading | Wants {
  const unit = unitOf(item)
  const wants = { wants: `a duration such as 12 ${unit} or 1h 30m` }
  const bare = decimal(typed)
  if (bare !== undefined) return bare < 0 ? wants : { text: withUnit(item, bare), value: bare }
  const parts = partsOfTime(typed)
  if (parts === undefined) return wants
  const value = parts.reduce((sum, part) => sum + inUnit(part.amount, part.unit, unit), 0)
  return { text: withUnit(item, tidy(value)), value: tidy(value) }
}

/** "4", "4.5/5", "4 of 5"; of another scale it is converted: "8/10" is 4 of 5. */
function readRating(item: Item, typed: string): Reading | Wants {
  const scale = scaleOf(item.unit)
  const [, given = '', of] = /^(.+?)(?:\s*(?:\/|out of|of)\s*(\d{1,3}))?$/iu.exec(typed) ?? []
  const amount = decimal(given)
  const typedScale = of === undefined ? scale : Number(of)
  if (amount === undefined || amount < 0 || typedScale === 0 || amount > typedScale)
    return { wants: `a rating from 0 to ${scale} such as 4.5 or 4/${scale}` }
  const value = tidy((amount * scale) / typedScale)
  return { text: withUnit(item, value), value }
}

function readWord(words: readonly string[], typed: string): Reading | Wants {
  const word = words.find((candidate) => candidate.toLowerCase() === typed.toLowerCase())
  return word === undefined ? { wants: `one of: ${words.join(', ')}` } : { text: word, value: null }
}

function readText(typed: string): Reading | Wants {
  if (typed === '') return { wants: 'some words' }
  return typed.length > longestAnswer
    ? { wants: `at most ${longestAnswer.toLocaleString('en')} characters` }
    : { text: typed, value: null }
}

/** Lines, with or without their own numbers and dashes. */
function readList(most: number, typed: string): Reading | Wants {
  const lines = typed
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-•*])\s+/u, '').trim())
    .filter((line) => line !== '')
  if (lines.length > most) return { wants: `at most ${most} lines, one for each` }
  return readText(lines.join('\n'))
}

/** A day, or a day with its time, as a picker gives it: ISO, or seconds since 1970. */
function readDate(item: Item, typed: string, { now, zone }: Moment): Reading | Wants {
  const unit = item.unit ?? 'd'
  const wants = { wants: unit === 'd' ? 'a day such as 2026-03-06' : 'a day and a time such as 2026-03-06 02:10' }
  const at = instantTyped(typed, zone)
  if (at === undefined) return wants
  if (at > now && judgedByAge(item))
    return { wants: `${wants.wants} that is not in the future`, got: localTextOf(at, zone) }
  if (unit !== 'd') {
    const minutes = (now.getTime() - at.getTime()) / 60_000
    return { text: localTextOf(at, zone), value: inUnit(minutes, 'min', unit) }
  }
  const day = localDateOf(at, zone)
  return { text: day, value: dayNumber(localDateOf(now, zone)) - dayNumber(day) }
}

function judgedByAge(item: Item): boolean {
  return item.targets.length > 0 || item.critical !== null || item.warning !== undefined
}

function instantTyped(typed: string, zone: string): Date | undefined {
  if (/^\d{9,10}$/u.test(typed)) return new Date(Number(typed) * 1000)
  const [, day = '', time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:[ T]((?:[01]\d|2[0-3]):[0-5]\d))?$/u.exec(typed) ?? []
  return isDate(day) ? instantOf(day, time, zone) : undefined
}

function unitOf(item: Item): string {
  return item.unit ?? 'min'
}
