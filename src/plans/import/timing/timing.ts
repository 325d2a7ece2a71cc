import { type Hours, hoursIn, stretchesIn, timesIn, withoutTimes } from './clock.ts'
import { type Frequency, frequencyIn, withoutFrequencies } from './frequency.ts'
import { inEnglish } from './languages.ts'
import { type Span, spanIn, withoutSpans } from './launch.ts'
import { lengthIn, withoutLengths } from './length.ts'
import { monthsIn } from './months.ts'
import { allListed, eachListed, weekdaySeries } from './series.ts'

/** Everything that a heading or a line says of time. */
export type Timing = {
  readonly frequency: Frequency | null
  readonly span: Span | null
  readonly at: readonly string[]
  readonly part: PartOfDay | null
  /** How many times a day, where that is all that is said. */
  readonly times: number | null
  /** From when to when in the day, for what comes again and again in it. */
  readonly hours: readonly Hours[]
  /** The days of the week and the months to which it is limited, counted from 1. */
  readonly days: readonly number[] | null
  readonly months: readonly number[] | null
  /** Days of the week, each with the times behind it, where they have different ones. */
  readonly apart: readonly TimesOfDays[]
  /** Days of the week, each with the hours beside it, in the same way. */
  readonly hoursApart: readonly HoursOfDays[]
  readonly openForMinutes: number | null
  readonly takesMinutes: number | null
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night'

export const untimed: Timing = {
  frequency: null,
  span: null,
  at: [],
  part: null,
  times: null,
  hours: [],
  days: null,
  months: null,
  apart: [],
  hoursApart: [],
  openForMinutes: null,
  takesMinutes: null,
}

export function timingOf(text: string): Timing {
  const said = inEnglish(text)
  const { at, openForMinutes } = timesIn(said)
  const part = /\b(morning|afternoon|evening|night)(?:ly)?\b/u.exec(said.replace(/\bday and night\b/gu, ' '))?.[1] as
    | PartOfDay
    | undefined
  const span = spanIn(said)
  return {
    span,
    frequency: frequencyIn(span ? withoutSpans(said) : said),
    at,
    part: part ?? null,
    times: timesADay(said),
    hours: hoursIn(said),
    days: allListed(weekdaySeries, withoutLengths(said)),
    months: monthsIn(said),
    apart: timesApart(said),
    hoursApart: hoursApart(said),
    openForMinutes,
    takesMinutes: lengthIn(withoutTimes(withoutSpans(said))),
  }
}

/** Whether it says when something falls due, by itself or within what stands around it. */
export function saysWhen({ frequency, span, at, part, times }: Timing): boolean {
  return frequency !== null || span !== null || at.length > 0 || part !== null || times !== null
}

/** Whether it says nothing but when and how long. */
export function isTimeAlone(text: string): boolean {
  const rest = withoutLengths(withoutTimes(withoutFrequencies(withoutSpans(inEnglish(text)))))
  // `9-17` is read as nothing.
  return !/\p{L}{2,}|(?<![\p{L}\d.])\d{1,2} ?- ?\d{1,2}(?![\d.%])/u.test(
    rest.replace(
      /\b(the|of|at|on|each|every|and|or|to|from|by|in|for|a|an|only|about|approx\w*|est\w*|morning|afternoon|evening|night|multiple|times|time|start|year|month|quarter|week|day|total|full)\b/gu,
      ' ',
    ),
  )
}

export type TimesOfDays = { readonly days: readonly number[]; readonly at: readonly string[] }

type HoursOfDays = { readonly days: readonly number[]; readonly hours: Hours }

/** `weekdays 7:00-19:00, weekends 9:00-17:00`, or the other way round: as many hours as there are days. */
function hoursApart(text: string): readonly HoursOfDays[] {
  const lists = eachListed(weekdaySeries, text)
  const stretches = stretchesIn(text)
  if (lists.length < 2 || lists.length !== stretches.length) return []
  return lists.flatMap((days, place) => {
    const hours = stretches[place]
    return hours ? [{ days, hours }] : []
  })
}

/** `weekdays 22:15, weekends 18:15`: each day has the times that stand behind it, if all have some. */
function timesApart(text: string): readonly TimesOfDays[] {
  const lists = [...text.matchAll(new RegExp(`\\b${weekdaySeries.pattern}\\b`, 'gu'))]
  const apart = lists.map((list, place) => ({
    days: weekdaySeries.listed(list),
    at: timesIn(text.slice(list.index, lists[place + 1]?.index)).at,
  }))
  const led = timesIn(text.slice(0, lists[0]?.index)).at.length > 0
  return apart.length < 2 || led || apart.some(({ at }) => at.length === 0) ? [] : apart
}

export function timesADay(text: string): number | null {
  if (/\btwice (?:a |per )?da(?:y|ily)\b/u.test(text)) return 2
  const counted = /\b(\d|three|four) times (?:a |per )?da(?:y|ily)\b/u.exec(text)?.[1]
  if (counted) return (({ three: 3, four: 4 } as Record<string, number>)[counted] ?? Number(counted)) || null
  return /\b(?:multiple|several) times\b/u.test(text) ? 3 : null
}
