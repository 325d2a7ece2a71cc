import fc from 'fast-check'
import type { Bound, Cadence, CadencePart, DayRule, Offset, Period, Weekday } from '../../src/domain/cadence/cadence.ts'

export const wallTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)

const sorted = <T extends string | number>(values: readonly T[]) => [...values].sort((a, b) => (a < b ? -1 : 1))
const at = fc.uniqueArray(wallTime, { maxLength: 3 }).map(sorted)
const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>
const weekdays = fc.uniqueArray(weekday, { minLength: 1 }).map(sorted) as fc.Arbitrary<readonly Weekday[]>
const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }).map(sorted)
const period: fc.Arbitrary<Period> = fc.oneof(fc.constantFrom('month', 'quarter', 'year'), months)
const ofPeriod = period.map((of) => (of === 'month' ? {} : { of }))
export const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

const nothing: Offset = { months: 0, weeks: 0, days: 0, minutes: 0 }
const byClock = fc.integer({ min: 0, max: 3000 }).map((minutes): Offset => ({ ...nothing, minutes }))
const byDays = fc.integer({ min: 1, max: 40 }).map((days): Offset => ({ ...nothing, days }))
const byCalendar = fc.oneof(
  byDays,
  fc.integer({ min: 1, max: 9 }).map((weeks): Offset => ({ ...nothing, weeks })),
  fc.integer({ min: 1, max: 9 }).map((count): Offset => ({ ...nothing, months: count })),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .map(([count, weeks]): Offset => ({ ...nothing, months: count, weeks })),
)
const bound: fc.Arbitrary<Bound> = fc.oneof(date, byClock, byCalendar)
const bounds = fc.record({ from: bound, until: bound }, { requiredKeys: [] })

const nth = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('last' as const))
const dayRule: fc.Arbitrary<DayRule> = fc.oneof(
  fc.record({ kind: fc.constant('nth-weekday' as const), nth, day: weekday }),
  fc.record({
    kind: fc.constant('nth-day' as const),
    nth: fc.oneof(nth, fc.integer({ min: 1, max: 31 })),
  }),
  fc.record({
    kind: fc.constant('nth-working-day' as const),
    nth: fc.oneof(nth, fc.integer({ min: 1, max: 23 })),
  }),
)
const count = fc.integer({ min: 1, max: 20 })

const every = fc
  .oneof(
    fc.record({ unit: fc.constant('day'), on: fc.constant(null) }),
    fc.record({ unit: fc.constant('week'), on: fc.option(weekdays) }),
    fc.record({ unit: fc.constant('month'), on: fc.option(dayRule) }),
    fc.record({
      unit: fc.constant('year'),
      on: fc.option(
        fc
          .tuple(dayRule, fc.option(fc.integer({ min: 1, max: 12 })))
          .map(([rule, month]) => ({ ...rule, of: month === null ? 'year' : [month] })),
      ),
    }),
  )
  .chain((some) =>
    fc.record({ count, at, from: bound, bounds }).map(({ bounds: { until }, ...rest }) => ({
      kind: 'every' as const,
      ...some,
      ...rest,
      ...(until === undefined ? {} : { until }),
    })),
  ) as fc.Arbitrary<CadencePart>

const cronField = (least: number, most: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.integer({ min: 2, max: 20 }).map((step) => `*/${step}`),
    fc.integer({ min: least, max: most }).map(String),
    fc
      .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
      .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc
      .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 2, maxLength: 4 })
      .map((values) => values.join(',')),
  )

const cron = fc
  .tuple(cronField(0, 59), cronField(0, 23), cronField(1, 28), cronField(1, 12), cronField(0, 7))
  .map((fields) => fields.join(' '))

const launch = fc.oneof(
  fc.record({ kind: fc.constant('launch-moment' as const), after: byClock }),
  fc.record({
    kind: fc.constant('launch-day' as const),
    after: byCalendar,
    days: weekdays,
    at,
  }),
  fc.record({ kind: fc.constant('launch-day' as const), after: byDays, days: fc.constant([]), at }),
  byCalendar.map((offset) =>
    offset.days > 0
      ? { kind: 'launch-day' as const, after: offset, days: [], at: [] }
      : { kind: 'launch-window' as const, first: offset, last: offset },
  ),
  fc.record({ first: byDays, more: fc.integer({ min: 1, max: 20 }) }).map(({ first, more }) => ({
    kind: 'launch-window' as const,
    first,
    last: { ...first, days: first.days + more },
  })),
  fc
    .record({ minutes: fc.integer({ min: 5, max: 240 }), first: byClock, more: fc.integer({ min: 0, max: 2000 }) })
    .map(({ minutes, first, more }) => ({
      kind: 'interval' as const,
      minutes,
      first,
      last: { ...first, minutes: first.minutes + more },
    })),
) as fc.Arbitrary<CadencePart>

/** Any part that a phrase can say. */
export const part: fc.Arbitrary<CadencePart> = fc.oneof(
  fc.tuple(fc.record({ kind: fc.constant('day' as const), at }), bounds).map(together),
  fc.tuple(fc.record({ kind: fc.constant('working-day' as const), at }), bounds).map(together),
  fc.tuple(fc.record({ kind: fc.constant('weekdays' as const), days: weekdays, at }), bounds).map(together),
  fc
    .tuple(dayRule, fc.record({ at }), ofPeriod, bounds)
    .map(([rule, rest, of, ends]) => ({ ...rule, ...rest, ...of, ...ends })),
  every,
  fc
    .tuple(
      fc.oneof(
        fc.record({ kind: fc.constant('window' as const), of: fc.constant('week' as const), week: fc.constant(null) }),
        fc.record({ kind: fc.constant('window' as const), of: period, week: fc.option(nth) }),
      ),
      bounds,
    )
    .map(together),
  fc.tuple(fc.record({ kind: fc.constant('cron' as const), fields: cron }), bounds).map(together),
  launch,
  fc.record({ kind: fc.constant('once' as const), date, at }),
  fc.constant({ kind: 'on-demand' as const }),
) as fc.Arbitrary<CadencePart>

export const cadence: fc.Arbitrary<Cadence> = fc.array(part, { minLength: 1, maxLength: 3 })

function together<One, Other>([one, other]: [One, Other]): One & Other {
  return { ...one, ...other }
}
